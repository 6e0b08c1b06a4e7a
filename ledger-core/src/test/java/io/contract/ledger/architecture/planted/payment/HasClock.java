package io.contract.ledger.architecture.planted.payment;

import java.time.Clock;

record HasClock(Clock clock) {}
