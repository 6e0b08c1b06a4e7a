package io.contract.ledger.api.architecture.planted.api.http;

import io.contract.ledger.api.architecture.planted.api.agreement.AgreementView;

record KnowsFeature(AgreementView view) {}
