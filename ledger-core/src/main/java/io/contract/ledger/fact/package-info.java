/** What happened: the events of an agreement's stream, the facts they carry, and their stored form. */
@NullMarked
package io.contract.ledger.fact;

import org.jspecify.annotations.NullMarked;
