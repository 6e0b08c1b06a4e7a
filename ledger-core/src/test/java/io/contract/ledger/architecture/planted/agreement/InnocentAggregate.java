package io.contract.ledger.architecture.planted.agreement;

import org.axonframework.serialization.Revision;

/** Breaks no rule: here Axon may be used. */
@Revision("1")
public record InnocentAggregate(String text) {}
