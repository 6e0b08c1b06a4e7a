package io.contract.ledger.api.architecture.planted.api.file;

import org.springframework.stereotype.Component;

@Component
final class NeedsSpring {}
