/** Causes of what differs. */
@NullMarked
package io.contract.ledger.scenario;

import org.jspecify.annotations.NullMarked;
