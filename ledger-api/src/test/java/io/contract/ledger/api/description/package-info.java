/** Checks the published description against the server and against the shapes. */
@NullMarked
package io.contract.ledger.api.description;

import org.jspecify.annotations.NullMarked;
