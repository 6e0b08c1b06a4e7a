-- The bound that the ledger's clock has not passed, in microseconds since 1970.
create table ledger_clock (bound bigint not null);
insert into ledger_clock (bound) values (0);
grant select, update on ledger_clock to ledger;
