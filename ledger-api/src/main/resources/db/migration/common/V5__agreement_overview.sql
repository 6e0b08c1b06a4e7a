-- What is known of agreements without reading their events: only to find out which agreements a question can be about. Made from
-- agreement_event, in the transaction of each event; `ledger.jar rebuild` makes it anew.
create table agreement_overview (
  agreement_id ${id}         not null,
  -- Id and title in lower case.
  searchable   varchar(5000) not null,
  effective_on date          not null,
  -- Microseconds since 1970.
  recorded_at  bigint        not null,
  constraint agreement_overview_key primary key (agreement_id)
);

create table agreement_party (
  agreement_id ${id}       not null,
  party_id     varchar(64) not null,
  constraint agreement_party_key primary key (party_id, agreement_id)
);

-- Every kind of clause that the agreement or any amendment of it has ever had.
create table agreement_clause_kind (
  agreement_id ${id}       not null,
  kind         varchar(64) not null,
  constraint agreement_clause_kind_key primary key (agreement_id, kind)
);

-- In which version the tables above are; 0 before they are made.
create table projection (
  name    varchar(64) not null,
  version integer     not null,
  constraint projection_name primary key (name)
);
insert into projection (name, version) values ('overview', 0);
