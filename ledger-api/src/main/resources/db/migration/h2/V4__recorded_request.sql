grant select, insert on recorded_request to ledger;
