package io.contract.ledger.api.architecture.planted.api.agreementfile;

import org.springframework.stereotype.Component;

@Component
final class NeedsSpring {}
