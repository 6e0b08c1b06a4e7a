package io.contract.ledger.api.architecture.planted.api.share;

record Unmarked(String text) {}
