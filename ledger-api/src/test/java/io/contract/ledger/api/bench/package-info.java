/** Programs that measure. None of them is a test. */
@NullMarked
package io.contract.ledger.api.bench;

import org.jspecify.annotations.NullMarked;
