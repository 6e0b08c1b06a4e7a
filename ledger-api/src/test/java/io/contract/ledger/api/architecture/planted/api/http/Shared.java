package io.contract.ledger.api.architecture.planted.api.http;

/** Breaks no rule. */
public record Shared(String text) {}
