package io.contract.ledger.architecture.planted.money;

import io.contract.ledger.architecture.planted.value.InnocentValue;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Breaks no rule: looks down, and takes the day as a parameter. */
record Innocent(InnocentValue value, BigDecimal amount, LocalDate day) {}
