/** What must hold of every agreement, tried on seeded random ones. */
@NullMarked
package io.contract.ledger.properties;

import org.jspecify.annotations.NullMarked;
