package io.contract.ledger.agreement;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.fact.AgreementExecution;
import io.contract.ledger.fact.AmendmentExecution;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.money.Currency;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Texts;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rules for what is written in a fact, wherever it stands: its dates, and the amounts of its terms (domain page, sections 3 and
 * 6). They hold when the fact is recorded and are not asked again of what is stored, so that nothing stored becomes invalid.
 */
final class WrittenRules {

  private WrittenRules() {}

  /**
   * The violations of the fact.
   *
   * @param currency the currency of the agreement
   */
  static List<Violation> judge(Fact fact, Currency currency) {
    Value.Tree written = fact.write();
    Type type = Type.object(FactKind.of(fact).shape());
    List<Violation> found = outOfRange(Texts.of(Type.DATE, written, type));
    if (fact instanceof AgreementExecution || fact instanceof AmendmentExecution) {
      Texts.of(Type.AMOUNT, written, type).forEach((at, amount) -> precision(at, amount, currency, found));
    }
    return found;
  }

  /** The violations of dates, by their places, that are before 1900 or after 2199. */
  private static List<Violation> outOfRange(Map<Pointer, String> dates) {
    List<Violation> found = new ArrayList<>();
    dates.forEach((at, date) -> DateRange.whyNotNameable(LocalDate.parse(date))
        .ifPresent(why -> found.add(new Violation(at, Code.DATE_OUT_OF_RANGE, why))));
    return found;
  }

  /** Checks the amount of a cap, a minimum or a commitment as it is written: {@code 1.000} of USD is a thousand elsewhere. */
  private static void precision(Pointer at, String amount, Currency currency, List<Violation> found) {
    if (at.path().endsWith("/amount") && new BigDecimal(amount).scale() > currency.decimals()) {
      found.add(new Violation(at, Code.AMOUNT_PRECISION, Violations.tooPrecise(amount, currency)));
    }
  }
}
