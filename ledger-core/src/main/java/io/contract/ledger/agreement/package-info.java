/**
 * One agreement as a whole: commands, the pure decision on each, the state it is made on, and the shell that stores the outcome.
 */
@NullMarked
package io.contract.ledger.agreement;

import org.jspecify.annotations.NullMarked;
