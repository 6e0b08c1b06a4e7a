/** Reads and writes value trees as JSON, strictly: nothing is guessed, rounded or dropped. */
@NullMarked
package io.contract.ledger.api.json;

import org.jspecify.annotations.NullMarked;
