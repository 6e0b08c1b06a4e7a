package io.contract.ledger.architecture.planted.terms;

import org.slf4j.Logger;

record UsesLogging(Logger log) {}
