/** Who owes what to whom by when, duties done, and launches judged. */
@NullMarked
package io.contract.ledger.api.obligation;

import org.jspecify.annotations.NullMarked;
