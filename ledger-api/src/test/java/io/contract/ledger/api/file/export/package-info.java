/** Agreements as files, over HTTP. */
@NullMarked
package io.contract.ledger.api.file.export;

import org.jspecify.annotations.NullMarked;
