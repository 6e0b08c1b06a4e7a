/** What happened: the kinds of facts, the events that record them, and their stored form. */
@NullMarked
package io.contract.ledger.fact;

import org.jspecify.annotations.NullMarked;
