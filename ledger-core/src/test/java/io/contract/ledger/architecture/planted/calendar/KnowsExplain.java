package io.contract.ledger.architecture.planted.calendar;

import io.contract.ledger.architecture.planted.explain.KnowsCalendar;

/** Half of a cycle. */
public record KnowsExplain(KnowsCalendar other) {}
