package io.contract.ledger.position;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The amounts that a position, a period or a cap consists of (domain page, sections 2 and 5). */
public enum Figure {
  /** Reported revenue of the period, rounded for showing. */
  BASE,
  /** Base × rate, before any cap. */
  GROSS,
  /** Gross less what a cap cut off. */
  ACCRUED,
  /** What a cap cut off. */
  FORGONE,
  /** Of a period: what went below zero and became credit, whatever that settles, less what was made up for since (ADR 0011). */
  TO_CREDIT,
  /** Payments, cash and withheld, that are not reversed. */
  PAID,
  /** Of a period: principal settled by payments and credit. */
  SETTLED,
  /** Given up by the payee. */
  WAIVED,
  /** Accrued and open. */
  OUTSTANDING,
  /** Outstanding whose due date has come. */
  DUE,
  /** Outstanding whose due date has passed. */
  OVERDUE,
  /** Settled beyond what has accrued: not applied to anything. */
  CREDIT,
  /** Interest that is open. */
  INTEREST,
  /** Interest that is settled. */
  INTEREST_PAID,
  /** Of a cap: what counts toward it. */
  COUNTED,
  /** Of a cap: amount less counted, at least zero. */
  HEADROOM,
  /** Of a cap: counted beyond its amount. */
  OVERAGE,
  /** Of a cap: what may still accrue under it on the day. */
  ROOM;

  /** Those of a position, in the order in which it shows them. */
  public static final List<Figure> OF_POSITION =
      List.of(GROSS, ACCRUED, FORGONE, PAID, WAIVED, OUTSTANDING, DUE, OVERDUE, CREDIT, INTEREST, INTEREST_PAID);

  /** Likewise those of a period. */
  public static final List<Figure> OF_PERIOD =
      List.of(BASE, GROSS, ACCRUED, FORGONE, TO_CREDIT, SETTLED, WAIVED, OUTSTANDING, INTEREST, INTEREST_PAID);

  /** Likewise those of a cap. */
  public static final List<Figure> OF_CAP = List.of(COUNTED, HEADROOM, OVERAGE, ROOM);

  private final String key;

  Figure() {
    String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
    this.key =
        words[0]
            + Arrays.stream(words)
                .skip(1)
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
  }

  /** The name in answers: {@code interestPaid}. */
  public String key() {
    return key;
  }
}
