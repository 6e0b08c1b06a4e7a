-- Requests that came with an Idempotency-Key and were recorded: in the same transaction as their events, and for good.
create table recorded_request (
  caller          varchar(255)     not null,
  idempotency_key varchar(255)     not null,
  -- SHA-256 of the address and the body, so that a key is never answered for another request.
  digest          varchar(64)      not null,
  agreement_id    varchar(64)      not null,
  -- The events it was acknowledged with, such as 3,12-57.
  sequences       varchar(1000000) not null,
  constraint recorded_request_key primary key (caller, idempotency_key)
);
