package io.contract.ledger.architecture.planted.position;

import io.contract.ledger.architecture.planted.why.InnocentWhy;

record KnowsWhy(InnocentWhy above) {}
