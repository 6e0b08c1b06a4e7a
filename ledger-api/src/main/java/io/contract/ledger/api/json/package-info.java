/** Text in JSON to and from value trees, strictly: nothing is guessed, rounded or dropped. */
@NullMarked
package io.contract.ledger.api.json;

import org.jspecify.annotations.NullMarked;
