/** Obligations: who owes what to whom and by when, which duties are done, and how launches are judged. */
@NullMarked
package io.contract.ledger.api.obligation;

import org.jspecify.annotations.NullMarked;
