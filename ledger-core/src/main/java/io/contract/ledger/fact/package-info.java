/** What happened: the events of an agreement's stream, the facts they carry, their stored form, and what is known of them at an instant. */
@NullMarked
package io.contract.ledger.fact;

import org.jspecify.annotations.NullMarked;
