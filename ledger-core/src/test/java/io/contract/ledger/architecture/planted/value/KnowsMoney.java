package io.contract.ledger.architecture.planted.value;

import io.contract.ledger.architecture.planted.money.KnowsShare;

record KnowsMoney(KnowsShare higher) {}
