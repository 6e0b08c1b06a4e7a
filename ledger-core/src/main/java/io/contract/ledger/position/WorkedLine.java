package io.contract.ledger.position;

import io.contract.ledger.payment.Settlement;
import io.contract.ledger.share.CappedLine;
import java.util.Optional;

/**
 * A line as the fold worked it out.
 *
 * @param settledThen the settlement of the earlier lines that caps on what is paid were held against; empty where there was none
 */
public record WorkedLine(CappedLine line, Optional<Settlement> settledThen) {}
