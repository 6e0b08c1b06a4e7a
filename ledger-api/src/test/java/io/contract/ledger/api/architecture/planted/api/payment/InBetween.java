package io.contract.ledger.api.architecture.planted.api.payment;

record InBetween(OtherHalf other) {}
