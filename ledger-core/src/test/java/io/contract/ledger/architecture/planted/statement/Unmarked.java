package io.contract.ledger.architecture.planted.statement;

record Unmarked(String text) {}
