/** Explanations over HTTP, and of everything that agreement files expect. */
@NullMarked
package io.contract.ledger.api.explain;

import org.jspecify.annotations.NullMarked;
