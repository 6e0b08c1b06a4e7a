/** Tests of reading and writing JSON. */
@NullMarked
package io.contract.ledger.api.json;

import org.jspecify.annotations.NullMarked;
