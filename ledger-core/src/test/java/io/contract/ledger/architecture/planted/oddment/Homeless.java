package io.contract.ledger.architecture.planted.oddment;

record Homeless(String text) {}
