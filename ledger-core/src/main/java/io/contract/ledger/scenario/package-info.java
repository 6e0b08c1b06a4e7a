/** What differs between two points on the axes of time and why, what supposed facts would change, and forecasts. */
@NullMarked
package io.contract.ledger.scenario;

import org.jspecify.annotations.NullMarked;
