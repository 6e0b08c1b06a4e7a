package io.contract.ledger.api.export;

import io.contract.ledger.fact.BroughtForward;
import io.contract.ledger.fact.Payment;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.position.Figure;
import io.contract.ledger.position.Figures;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.ReadPosition;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Computes the balances of accounts from a position's figures, independently of the journal: the payee's accounts, and the
 * payer's as their mirror image.
 */
final class OwnBalances {

  private final Map<String, BigDecimal> all = new HashMap<>();
  private final String payee;
  private final String payer;
  private final String accrues;

  private OwnBalances(ClauseHistory history, Position position) {
    Optional<Book> first =
        history.revisions().stream().filter(revision -> revision.inForce().isPresent()).findFirst()
            .flatMap(Revision::book);
    this.accrues = history.isOfFixedSums() ? "Fixed-Payment" : "Revenue-Share";
    boolean isFirst = first.filter(book -> !book.equals(position.book())).isEmpty();
    String payer = capital(position.book().payer().text());
    String payee = capital(position.book().payee().text());
    String clause = capital(position.clause().text());
    this.payee = payee + ":" + clause + (isFirst ? "" : ":From-" + payer);
    this.payer = payer + ":" + clause + (isFirst ? "" : ":To-" + payee);
  }

  static Map<String, BigDecimal> of(FactsAsOf facts, Position position, ReadPosition read) {
    ClauseHistory clause = facts.terms().clause(position.clause()).orElseThrow();
    OwnBalances balances = new OwnBalances(clause, position);
    Figures figures = read.figures();
    BigDecimal paid = amount(figures, Figure.PAID);
    BigDecimal withheld = BigDecimal.ZERO;
    BigDecimal before = BigDecimal.ZERO;
    if (paid.signum() != 0) {
      Currency currency = facts.agreement().currency();
      Function<Payment, BigDecimal> tax = p -> p.exchange().counted(p.withheld(), currency);
      withheld =
          facts.paymentsOn(position.clause())
              .filter(
                  known -> clause.bookOf(
                      known.payment().fact().book(), known.payment().fact().valueOn(), facts.effectiveOn())
                      .equals(position.book()))
              .map(known -> tax.apply(known.payment().fact()))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      before = facts.broughtForwardOf(position.clause()).stream().map(known -> known.fact())
          .filter(
              balance -> clause.bookOn(balance.on(), facts.effectiveOn()).equals(Optional.of(position.book())))
          .map(BroughtForward::settled)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
    balances.both("Assets", "Assets", "Cash", paid.subtract(withheld).subtract(before));
    balances.both("Assets", "Liabilities", "Withholding-Tax", withheld);
    if (figures.get(Figure.ACCRUED).isEmpty()) {
      balances.both("Liabilities", "Assets", "Suspense", paid.negate());
      return balances.all;
    }
    balances.both("Equity", "Equity", "Opening-Settled", before);
    balances.both("Liabilities", "Assets", "Credit", amount(figures, Figure.CREDIT).negate());
    balances.both("Expenses", "Income", "Waived", amount(figures, Figure.WAIVED));
    balances.both("Expenses", "Income", "Interest-Waived", amount(figures, Figure.INTEREST_WAIVED));
    read.periods().forEach(balances::period);
    return balances.all;
  }

  private void period(PeriodRow row) {
    Figures figures = row.figures();
    String period = ":" + capital(row.period());
    BigDecimal interest = amount(figures, Figure.INTEREST);
    BigDecimal accrued = amount(figures, Figure.ACCRUED).negate();
    all.put("Assets:" + payee + ":Receivable" + period, amount(figures, Figure.OUTSTANDING));
    all.put("Liabilities:" + payer + ":Payable" + period, amount(figures, Figure.OUTSTANDING).negate());
    all.put("Assets:" + payee + ":Interest-Receivable" + period, interest);
    all.put("Liabilities:" + payer + ":Interest-Payable" + period, interest.negate());
    both("Income", "Expenses", "Interest" + period,
        interest.add(amount(figures, Figure.INTEREST_PAID)).add(amount(figures, Figure.INTEREST_WAIVED)).negate());
    if (row.period().equals("brought-forward")) {
      both("Equity", "Equity", "Opening-Accrued", accrued);
    } else {
      both("Income", "Expenses", accrues + period, accrued);
    }
  }

  private void both(String ofPayee, String ofPayer, String what, BigDecimal amount) {
    all.put(ofPayee + ":" + payee + ":" + what, amount);
    all.put(ofPayer + ":" + payer + ":" + what, amount.negate());
  }

  private static BigDecimal amount(Figures figures, Figure figure) {
    return figures.get(figure).map(Money::amount).orElse(BigDecimal.ZERO);
  }

  private static String capital(String id) {
    return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
  }
}
