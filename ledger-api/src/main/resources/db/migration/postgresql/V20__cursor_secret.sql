-- What cursors are signed with: made once, and the same for good and for every node, so that a cursor outlives a restart.
create table cursor_secret (secret bytea not null);
insert into cursor_secret (secret)
  select sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'));
grant select on cursor_secret to ${user};
