-- The ledger's clock, for all nodes: the database's own, kept from going back behind an instant for which a question was answered.
create table ledger_clock (
  only_row    boolean     not null default true,
  settled_at  timestamptz not null,
  -- The last epoch of which no transaction is open any more.
  epoch_ended bigint      not null,
  constraint ledger_clock_only_row primary key (only_row),
  constraint ledger_clock_one check (only_row)
);
create sequence ledger_epoch;
insert into ledger_clock (settled_at, epoch_ended) values (clock_timestamp(), nextval('ledger_epoch') - 1);

-- The number of an epoch's lock, apart from those of other programs on the database.
create function ledger_lock(epoch bigint) returns bigint language sql immutable as
  $$ select 5720181726498291712 + epoch $$;

create function ledger_now() returns timestamptz language sql volatile as
  $$ select greatest(clock_timestamp(), settled_at) from ledger_clock $$;

-- The time of recording. The transaction shares the lock of its epoch until it ends, and reads the clock while it has the lock of the
-- present epoch. If another epoch began in between, it takes that one's lock too. From then on it may not stay idle for long, so that
-- a node that is gone, or does not go on, holds up no question.
create function ledger_stamp() returns timestamptz language plpgsql volatile as $$
declare
  epoch bigint;
begin
  loop
    select last_value into epoch from ledger_epoch;
    if pg_try_advisory_xact_lock_shared(ledger_lock(epoch)) and (select last_value from ledger_epoch) = epoch then
      perform set_config('idle_in_transaction_session_timeout', '10s', true);
      return greatest(clock_timestamp(), (select settled_at from ledger_clock) + interval '1 microsecond');
    end if;
  end loop;
end
$$;

grant select, update on ledger_clock to ${user};
grant select, usage on sequence ledger_epoch to ${user};
grant execute on function ledger_lock(bigint), ledger_now(), ledger_stamp() to ${user};
