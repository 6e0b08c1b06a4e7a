/** Agreement files over HTTP: loading one, with the example at the start, and giving an agreement out as one. */
@NullMarked
package io.contract.ledger.api.file;

import org.jspecify.annotations.NullMarked;
