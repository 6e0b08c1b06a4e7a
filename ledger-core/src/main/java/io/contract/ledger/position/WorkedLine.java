package io.contract.ledger.position;

import io.contract.ledger.payment.Settlement;
import io.contract.ledger.share.CappedLine;
import java.util.Optional;

/**
 * A line as the fold computed it.
 *
 * @param number its place among the lines of all periods, in the order in which they accrued, from 0
 * @param settledThen the settlement of the earlier lines, from which caps on basis {@code paid} were computed; empty where there is
 *     no such cap, and where nothing will be explained
 */
public record WorkedLine(int number, CappedLine line, Optional<Settlement> settledThen) {}
