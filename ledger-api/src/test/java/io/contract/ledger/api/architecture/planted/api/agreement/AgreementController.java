package io.contract.ledger.api.architecture.planted.api.agreement;

import io.contract.ledger.api.architecture.planted.api.config.Setting;

/** Breaks no rule: knows its own feature and what serves all. */
record AgreementController(AgreementView own, Setting shared) {}
