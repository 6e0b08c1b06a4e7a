/** The event store: where events are, in which form, how durable, and how Axon and Spring are put together around it. */
@NullMarked
package io.contract.ledger.api.store;

import org.jspecify.annotations.NullMarked;
