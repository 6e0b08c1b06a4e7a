package io.contract.ledger.api.architecture.planted.api.agreement;

import io.contract.ledger.api.architecture.planted.api.config.Setting;
import org.springframework.web.bind.annotation.RestController;

/**
 * Breaks no rule: it knows its own feature and what all features share. It is abstract, so that no server in a test creates
 * one.
 */
@RestController
abstract class AgreementController {
  abstract AgreementView own();

  abstract Setting shared();
}
