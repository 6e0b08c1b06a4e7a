package io.contract.ledger.api.architecture.planted.api.answer;

import io.contract.ledger.api.architecture.planted.api.http.Shared;

record KnowsHttp(Shared shared) {}
