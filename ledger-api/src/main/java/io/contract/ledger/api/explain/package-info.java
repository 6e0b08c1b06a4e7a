/** Explanations of figures: why any figure is what it is. */
@NullMarked
package io.contract.ledger.api.explain;

import org.jspecify.annotations.NullMarked;
