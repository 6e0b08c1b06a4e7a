-- What cursors are signed with: made once, and the same for good, so that a cursor outlives a restart.
create table cursor_secret (secret varbinary(32) not null);
insert into cursor_secret (secret) values (secure_rand(32));
grant select on cursor_secret to ledger;
