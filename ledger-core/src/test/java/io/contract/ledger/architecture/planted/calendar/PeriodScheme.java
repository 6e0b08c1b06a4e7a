package io.contract.ledger.architecture.planted.calendar;

import java.util.List;

/** The other of two files that may reference each other. */
record PeriodScheme(List<Period> periods) {}
