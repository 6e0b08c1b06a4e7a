/** Exact money: a currency's amounts at its minor unit, exact fractions between roundings, and the one place that rounds. */
@NullMarked
package io.contract.ledger.money;

import org.jspecify.annotations.NullMarked;
