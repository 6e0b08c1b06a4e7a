package io.contract.ledger.api.architecture.planted.api.config;

/** Breaks no rule. */
public record Setting(String text) {}
