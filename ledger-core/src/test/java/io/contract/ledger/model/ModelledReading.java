package io.contract.ledger.model;

/** One value for each parameter that a cap may leave open; empty where no cap leaves it open. */
record ModelledReading(String basis, String counts) {}
