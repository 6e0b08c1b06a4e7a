package io.contract.ledger.position;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The amounts of a position, a period or a cap (domain page, sections 2 and 5). */
public enum Figure {
  /** Reported revenue of the period, rounded for showing. */
  BASE,
  /** Base × rate, before any cap. */
  GROSS,
  /** Gross less what a cap cut off. */
  ACCRUED,
  /** The part of gross that a cap cut off. */
  FORGONE,
  /** The credit of a period that went below zero, whatever it settles, less what was made up for since (ADR 0011). */
  TO_CREDIT,
  /** Payments, cash and withheld, that are not reversed. */
  PAID,
  /** The principal of a period that payments and credit settled. */
  SETTLED,
  /** Given up by the payee. */
  WAIVED,
  /** Accrued and open. */
  OUTSTANDING,
  /** Outstanding whose due date has come. */
  DUE,
  /** Outstanding whose due date has passed. */
  OVERDUE,
  /** Money beyond what has accrued, not applied to anything. */
  CREDIT,
  /** Late interest that is open. */
  INTEREST,
  /** Late interest that is settled. */
  INTEREST_PAID,
  /** Late interest given up by the payee. */
  INTEREST_WAIVED,
  /** The amount that counts toward a cap. */
  COUNTED,
  /** The amount of a cap less what counts toward it, at least zero. */
  HEADROOM,
  /** What counts toward a cap beyond its amount, at least zero. */
  OVERAGE,
  /** What may still accrue under a cap on the day. */
  ROOM;

  /** The figures of a position, in the order in which it shows them. */
  public static final List<Figure> OF_POSITION =
      List.of(GROSS, ACCRUED, FORGONE, PAID, WAIVED, OUTSTANDING, DUE, OVERDUE, CREDIT, INTEREST, INTEREST_PAID,
          INTEREST_WAIVED);

  /** The figures of a period, in the order in which it shows them. */
  public static final List<Figure> OF_PERIOD =
      List.of(BASE, GROSS, ACCRUED, FORGONE, TO_CREDIT, SETTLED, WAIVED, OUTSTANDING, INTEREST, INTEREST_PAID,
          INTEREST_WAIVED);

  /** The figures of a cap, in the order in which it shows them. */
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
