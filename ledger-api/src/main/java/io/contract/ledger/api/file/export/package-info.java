/** Gives agreements out as files. */
@NullMarked
package io.contract.ledger.api.file.export;

import org.jspecify.annotations.NullMarked;
