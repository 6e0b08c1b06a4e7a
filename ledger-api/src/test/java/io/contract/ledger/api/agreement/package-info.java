/** Tests of recording and finding, and the facts they use. */
@NullMarked
package io.contract.ledger.api.agreement;

import org.jspecify.annotations.NullMarked;
