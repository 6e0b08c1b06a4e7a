-- Every fact of every agreement, in the order of recording. Rows are added, never changed.
create table agreement_event (
  global_index    bigint generated always as identity primary key,
  event_id        varchar(64)  not null,
  agreement_id    varchar(64)  not null,
  sequence_number bigint       not null,
  stream_type     varchar(64)  not null,
  appended_at     varchar(40)  not null,
  event_type      varchar(64)  not null,
  event_revision  varchar(16)  not null,
  fact            ${bytes}     not null,
  recording       ${bytes}     not null,
  -- What keeps two writers, on however many nodes, from taking the same place.
  constraint agreement_event_place unique (agreement_id, sequence_number),
  constraint agreement_event_id unique (event_id)
);
