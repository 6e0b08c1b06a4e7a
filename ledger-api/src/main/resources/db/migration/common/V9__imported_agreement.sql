-- From when lists have an agreement that came in as a file: its events claim times at which nobody knew of it here.
create table imported_agreement (
  agreement_id ${id}  not null,
  -- Microseconds since 1970.
  listed_from  bigint not null,
  constraint imported_agreement_key primary key (agreement_id)
);

