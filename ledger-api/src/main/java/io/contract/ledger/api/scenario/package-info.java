/** What supposed facts would change, and what assumed revenue would come to. Nothing here is ever stored. */
@NullMarked
package io.contract.ledger.api.scenario;

import org.jspecify.annotations.NullMarked;
