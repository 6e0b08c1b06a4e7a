/** Plain value trees as they travel in requests, files and stored events, the shape each must have, and what is wrong with one that has not. */
@NullMarked
package io.contract.ledger.value;

import org.jspecify.annotations.NullMarked;
