/** One agreement as a whole: commands, the pure decision about each, the state they are decided on, and the shell that stores the outcome. */
@NullMarked
package io.contract.ledger.agreement;

import org.jspecify.annotations.NullMarked;
