package io.contract.ledger.architecture.planted.position;

import java.util.List;

record HasBoxedDoubles(List<Double> amounts) {}
