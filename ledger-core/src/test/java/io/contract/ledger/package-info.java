@NullMarked
package io.contract.ledger;

import org.jspecify.annotations.NullMarked;
