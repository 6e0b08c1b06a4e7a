package io.contract.ledger.architecture.planted.calendar;

/** One of two files that may reference each other. */
record Period(PeriodScheme scheme) {}
