/** What changes between two points on the axes of time, and which events it comes from. */
@NullMarked
package io.contract.ledger.scenario;

import org.jspecify.annotations.NullMarked;
