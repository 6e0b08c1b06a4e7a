alter table agreement_overview alter column recorded_at rename to listed_from;
grant select, insert on imported_agreement to ledger;
