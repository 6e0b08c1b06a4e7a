/** The settlement of what accrued: claims by period, and how payments, credit and waivers settle them. */
@NullMarked
package io.contract.ledger.payment;

import org.jspecify.annotations.NullMarked;
