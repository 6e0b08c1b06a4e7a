/** Explains the figures of positions, statements and obligations by what they were computed from. The one way in is {@code Why}. */
@NullMarked
package io.contract.ledger.why;

import org.jspecify.annotations.NullMarked;
