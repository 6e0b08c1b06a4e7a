-- What the server's user may do, where the tables are another's; of its own tables it may do everything already.
grant select, insert on agreement_event, recorded_request to ${user};
grant select, insert, delete on agreement_overview, agreement_party, agreement_clause_kind to ${user};
grant select, update on projection to ${user};
