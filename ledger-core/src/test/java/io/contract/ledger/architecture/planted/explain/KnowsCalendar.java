package io.contract.ledger.architecture.planted.explain;

import io.contract.ledger.architecture.planted.calendar.KnowsExplain;

/** Half of a cycle. */
public record KnowsCalendar(KnowsExplain other) {}
