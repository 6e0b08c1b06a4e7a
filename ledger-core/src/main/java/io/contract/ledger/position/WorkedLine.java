package io.contract.ledger.position;

import io.contract.ledger.payment.Settlement;
import io.contract.ledger.share.CappedLine;
import java.util.Optional;

/**
 * A line as the fold worked it out.
 *
 * @param number its place among the lines of all periods, in the order in which they accrued, from 0
 * @param settledThen the settlement of the earlier lines that caps on what is paid were held against; empty where there was none,
 *     and where nothing will be explained
 */
public record WorkedLine(int number, CappedLine line, Optional<Settlement> settledThen) {}
