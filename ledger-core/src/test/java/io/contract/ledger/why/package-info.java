/** Tests of explanations, and what every explanation must satisfy. */
@NullMarked
package io.contract.ledger.why;

import org.jspecify.annotations.NullMarked;
