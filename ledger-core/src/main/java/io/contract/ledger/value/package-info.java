/**
 * Plain value trees of requests, files and stored events, the shapes that they must have, and what is wrong with one that does not
 * fit.
 */
@NullMarked
package io.contract.ledger.value;

import org.jspecify.annotations.NullMarked;
