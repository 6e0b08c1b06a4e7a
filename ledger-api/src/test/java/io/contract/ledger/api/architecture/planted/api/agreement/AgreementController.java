package io.contract.ledger.api.architecture.planted.api.agreement;

import io.contract.ledger.api.architecture.planted.api.config.Setting;
import org.springframework.web.bind.annotation.RestController;

/** Breaks no rule: knows its own feature and what serves all. Abstract, so that no server in a test makes one. */
@RestController
abstract class AgreementController {
  abstract AgreementView own();

  abstract Setting shared();
}
