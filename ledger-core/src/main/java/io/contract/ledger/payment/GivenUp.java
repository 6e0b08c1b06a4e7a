package io.contract.ledger.payment;

import io.contract.ledger.money.Money;
import java.time.LocalDate;

/**
 * The part of a claim, or of its interest, that a waiver gave up.
 *
 * @param sequence number of the waiver's event
 * @param on the day of the waiver
 */
public record GivenUp(long sequence, LocalDate on, Money amount) implements InterestPiece.End {}
