package io.contract.ledger.api.architecture.planted.api.json;

record Unmarked(String text) {}
