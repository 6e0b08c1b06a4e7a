/** Who owes what to whom by when, over every kind of clause, and how launches are judged. */
@NullMarked
package io.contract.ledger.obligation;

import org.jspecify.annotations.NullMarked;
