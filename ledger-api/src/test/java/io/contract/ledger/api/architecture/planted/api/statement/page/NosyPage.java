package io.contract.ledger.api.architecture.planted.api.statement.page;

import io.contract.ledger.api.architecture.planted.api.agreement.AgreementView;

record NosyPage(AgreementView other) {}
