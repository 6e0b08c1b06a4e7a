grant select, insert, delete on agreement_overview to ledger;
grant select, insert, delete on agreement_party to ledger;
grant select, insert, delete on agreement_clause_kind to ledger;
grant select, update on projection to ledger;
