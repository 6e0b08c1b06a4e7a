package io.contract.ledger.model;

/** One value for each parameter that a cap may leave open; empty where none does. */
record ModelledReading(String basis, String counts) {}
