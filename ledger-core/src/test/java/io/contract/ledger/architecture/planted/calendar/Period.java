package io.contract.ledger.architecture.planted.calendar;

/** One of two files that are let be. */
record Period(PeriodScheme scheme) {}
