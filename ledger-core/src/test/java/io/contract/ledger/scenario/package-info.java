/** Tests of causes, what-ifs and forecasts. */
@NullMarked
package io.contract.ledger.scenario;

import org.jspecify.annotations.NullMarked;
