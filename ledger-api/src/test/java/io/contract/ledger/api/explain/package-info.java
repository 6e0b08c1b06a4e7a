/** Tests explanations over HTTP, and explanations of every figure that agreement files expect. */
@NullMarked
package io.contract.ledger.api.explain;

import org.jspecify.annotations.NullMarked;
