package io.contract.ledger.architecture.planted.fact.known;

public record InnocentFacts() {}
