/** Agreement files: an agreement as text that can be read, run in memory and held against the answers it expects. Knows neither Spring nor a store. */
@NullMarked
package io.contract.ledger.api.agreementfile;

import org.jspecify.annotations.NullMarked;
