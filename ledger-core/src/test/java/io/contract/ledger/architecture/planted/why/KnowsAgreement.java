package io.contract.ledger.architecture.planted.why;

import io.contract.ledger.architecture.planted.agreement.InnocentAggregate;

record KnowsAgreement(InnocentAggregate beside) {}
