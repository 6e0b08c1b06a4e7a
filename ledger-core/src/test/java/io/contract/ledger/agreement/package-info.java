/** Tests of recording: several facts in a row, imported histories, and the shell that stores them. */
@NullMarked
package io.contract.ledger.agreement;

import org.jspecify.annotations.NullMarked;
