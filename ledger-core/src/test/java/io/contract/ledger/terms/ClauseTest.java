package io.contract.ledger.terms;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contract.ledger.calendar.Years;
import io.contract.ledger.money.Money;
import io.contract.ledger.terms.Clause.Cap;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Terms from which nothing can be computed cannot be made. */
class ClauseTest {

  private static final Money BELOW_ZERO = Money.of("USD", "-0.01");

  @Test
  @DisplayName("a rate of a share, or of late interest, is not below zero")
  void rates() {
    refuses("expected a rate of 0 or more, found -0.2", () -> new ShareRate.Flat(new BigDecimal("-0.2")));
    refuses(
        "expected a rate of 0 or more, found -0.2",
        () -> RateSteps.flat(new BigDecimal("-0.2")));
  }

  @Test
  @DisplayName("an amount of a minimum or of a cap is not below zero")
  void amounts() {
    refuses(
        "expected an amount of 0 or more, found -0.01",
        () -> new Clause.Minimum(BELOW_ZERO, Clause.Minimum.Per.PERIOD, Years.Ending.CALENDAR, null, null, false, false,
            true, false));
    refuses(
        "expected an amount of 0 or more, found -0.01",
        () -> new Cap(
            BELOW_ZERO, Cap.Basis.PAID, Cap.Counts.UNSTATED, null, Cap.Window.LIFETIME, Years.Ending.CALENDAR, null,
            null,
            Cap.Excess.FORGONE));
  }

  @Test
  @DisplayName("an exception of first shipping has a ground")
  void grounds() {
    refuses(
        "expected a ground at least, found none",
        () -> new Clause.ShipException(Clause.ShipException.Requires.ALL, List.of()));
  }

  private static void refuses(String message, ThrowingCallable terms) {
    assertThatThrownBy(terms).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
