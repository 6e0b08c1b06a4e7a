/** A second, deliberately naive model of a share's money, and comparisons of the engine with it on seeded random histories. */
@NullMarked
package io.contract.ledger.model;

import org.jspecify.annotations.NullMarked;
