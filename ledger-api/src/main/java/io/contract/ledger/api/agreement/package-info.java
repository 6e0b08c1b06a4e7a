/** Agreements as a whole: recording facts about them, finding them, and how these are asked over HTTP. */
@NullMarked
package io.contract.ledger.api.agreement;

import org.jspecify.annotations.NullMarked;
