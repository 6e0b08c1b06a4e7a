create trigger recorded_request_append_only
  before update or delete or truncate on recorded_request
  for each statement execute function refuse_change();
