package io.contract.ledger.api.architecture.planted.api.payment;

import io.contract.ledger.api.architecture.planted.api.agreement.AgreementView;

record NosyController(AgreementView other) {}
