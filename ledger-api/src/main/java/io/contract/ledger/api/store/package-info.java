/** The event store: where events are kept, in which form and how durably, and how Axon and Spring are set up around it. */
@NullMarked
package io.contract.ledger.api.store;

import org.jspecify.annotations.NullMarked;
