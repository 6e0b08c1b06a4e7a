/**
 * What every operation of the interface shares: strict bodies, questions on both time axes, pages, versions, and problems. A
 * controller says what it records or answers; how that is read, checked, stamped and refused is said here once.
 */
@NullMarked
package io.contract.ledger.api.http;

import org.jspecify.annotations.NullMarked;
