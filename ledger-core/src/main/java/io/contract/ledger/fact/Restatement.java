package io.contract.ledger.fact;

import io.contract.ledger.terms.Backing;
import java.math.BigDecimal;

/**
 * A new amount for a report; its stream and span stay. The latest recorded restatement holds, whichever of the report's
 * chain it names (domain page, section 11).
 *
 * @param restates id of the report, or of an earlier restatement of it
 */
public record Restatement(
    String id, String restates, BigDecimal amount, Exchange exchange, Backing backing) {}
