package io.contract.ledger.architecture.planted.fact;

import org.axonframework.serialization.Revision;

@Revision("1")
record UsesAxon(String text) {}
