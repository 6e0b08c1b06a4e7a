-- Rows are added, never changed, whatever rights the server's user has.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'events are never changed or removed: % on % is refused', tg_op, tg_table_name;
end
$$;

create trigger agreement_event_append_only
  before update or delete or truncate on agreement_event
  for each statement execute function refuse_change();
