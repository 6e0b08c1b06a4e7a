-- A key belongs to a caller and an agreement, so that the same key for another agreement is another key.
alter table recorded_request drop constraint recorded_request_key;
alter table recorded_request add constraint recorded_request_key primary key (caller, agreement_id, idempotency_key);
