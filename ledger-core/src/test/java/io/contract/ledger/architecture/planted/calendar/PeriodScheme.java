package io.contract.ledger.architecture.planted.calendar;

import java.util.List;

/** The other of two files that are let be. */
record PeriodScheme(List<Period> periods) {}
