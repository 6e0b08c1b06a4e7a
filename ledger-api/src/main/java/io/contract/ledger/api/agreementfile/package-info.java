/**
 * Agreement files: reading an agreement from text, running it in memory and checking the answers that it expects. The package
 * knows neither Spring nor a store.
 */
@NullMarked
package io.contract.ledger.api.agreementfile;

import org.jspecify.annotations.NullMarked;
