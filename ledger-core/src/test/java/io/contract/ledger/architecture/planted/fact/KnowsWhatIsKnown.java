package io.contract.ledger.architecture.planted.fact;

import io.contract.ledger.architecture.planted.fact.known.InnocentFacts;

record KnowsWhatIsKnown(InnocentFacts known) {}
