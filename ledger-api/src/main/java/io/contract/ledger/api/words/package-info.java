/** What is said to people in sentences and figures, in the same words wherever it is read. */
@NullMarked
package io.contract.ledger.api.words;

import org.jspecify.annotations.NullMarked;
