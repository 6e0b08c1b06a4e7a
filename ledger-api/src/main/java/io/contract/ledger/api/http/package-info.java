/**
 * What every operation of the interface shares: strict bodies, questions on both time axes, pages, versions and problems. A
 * controller declares what it records or answers. Reading, checking, versioning and refusing are implemented here once.
 */
@NullMarked
package io.contract.ledger.api.http;

import org.jspecify.annotations.NullMarked;
