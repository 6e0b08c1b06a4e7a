package io.contract.ledger.api.architecture.planted.api.agreement;

/** Breaks no rule. */
public record AgreementView(String text) {}
