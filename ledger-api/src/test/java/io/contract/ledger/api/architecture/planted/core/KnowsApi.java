package io.contract.ledger.api.architecture.planted.core;

import io.contract.ledger.api.architecture.planted.api.agreement.AgreementView;

record KnowsApi(AgreementView view) {}
