/** Sentences and figures for people, in the same words wherever they are read. */
@NullMarked
package io.contract.ledger.api.words;

import org.jspecify.annotations.NullMarked;
