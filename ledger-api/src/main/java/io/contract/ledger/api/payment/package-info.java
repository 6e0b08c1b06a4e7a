/** What settles a share: payments, reversals and waivers. */
@NullMarked
package io.contract.ledger.api.payment;

import org.jspecify.annotations.NullMarked;
