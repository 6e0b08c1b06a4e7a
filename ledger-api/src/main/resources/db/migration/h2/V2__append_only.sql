-- The server connects as a user who may read and add events, no more: a trigger would let TRUNCATE through.
-- The user has no password, because whoever can open the file can read it anyway; the directory is the owner's alone.
create user if not exists ledger password '';
grant select, insert on agreement_event to ledger;

-- Facts of up to 64 kB stay in their row; longer ones are kept aside.
set max_length_inplace_lob 65536;
