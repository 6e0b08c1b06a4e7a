/** What one question may cost. */
@NullMarked
package io.contract.ledger.budget;

import org.jspecify.annotations.NullMarked;
