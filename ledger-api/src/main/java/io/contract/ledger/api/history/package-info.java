/** What was recorded when, and what was taken back. */
@NullMarked
package io.contract.ledger.api.history;

import org.jspecify.annotations.NullMarked;
