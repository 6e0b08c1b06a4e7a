/** What happened to revenue shares as double-entry postings, whose balances are the ledger's own figures. */
@NullMarked
package io.contract.ledger.journal;

import org.jspecify.annotations.NullMarked;
