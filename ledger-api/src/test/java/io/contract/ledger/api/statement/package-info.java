/** Specifies statements over HTTP, against a running server: as JSON, as a page and as PDF. */
@NullMarked
package io.contract.ledger.api.statement;

import org.jspecify.annotations.NullMarked;
