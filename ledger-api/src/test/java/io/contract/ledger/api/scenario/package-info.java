/** Tests what-ifs and forecasts over HTTP. */
@NullMarked
package io.contract.ledger.api.scenario;

import org.jspecify.annotations.NullMarked;
