/** Agreements as a whole: recording one, its amendments and milestones, and showing its terms and how they came about. */
@NullMarked
package io.contract.ledger.api.agreement;

import org.jspecify.annotations.NullMarked;
