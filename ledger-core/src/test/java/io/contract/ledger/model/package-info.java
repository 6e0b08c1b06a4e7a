/** A second, deliberately naive working of a share's money, and the engine held against it on seeded random histories. */
@NullMarked
package io.contract.ledger.model;

import org.jspecify.annotations.NullMarked;
