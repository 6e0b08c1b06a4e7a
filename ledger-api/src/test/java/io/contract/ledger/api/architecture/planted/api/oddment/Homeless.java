package io.contract.ledger.api.architecture.planted.api.oddment;

record Homeless(String text) {}
