/** Checks answers against the shapes that are published for them. */
@NullMarked
package io.contract.ledger.api.answer;

import org.jspecify.annotations.NullMarked;
