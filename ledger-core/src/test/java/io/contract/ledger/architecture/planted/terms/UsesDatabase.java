package io.contract.ledger.architecture.planted.terms;

import java.sql.Connection;

record UsesDatabase(Connection connection) {}
