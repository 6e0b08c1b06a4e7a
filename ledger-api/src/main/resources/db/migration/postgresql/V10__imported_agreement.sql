alter table agreement_overview rename column recorded_at to listed_from;
create trigger imported_agreement_append_only
  before update or delete or truncate on imported_agreement
  for each statement execute function refuse_change();
grant select, insert on imported_agreement to ${user};
