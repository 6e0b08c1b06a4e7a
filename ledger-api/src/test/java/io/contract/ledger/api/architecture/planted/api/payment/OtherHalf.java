package io.contract.ledger.api.architecture.planted.api.payment;

import java.util.List;

record OtherHalf(List<OneHalf> halves) {}
