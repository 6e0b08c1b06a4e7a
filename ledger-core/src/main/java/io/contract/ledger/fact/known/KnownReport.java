package io.contract.ledger.fact.known;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.fact.Restatement;
import io.contract.ledger.fact.RevenueReport;
import io.contract.ledger.money.Currency;
import java.math.BigDecimal;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * A revenue report with the restatements of it that have not been withdrawn, in order of recording.
 *
 * @param report the report as first recorded
 */
public record KnownReport(Known<RevenueReport> report, PVector<Known<Restatement>> restatements) {

  KnownReport(Known<RevenueReport> report) {
    this(report, TreePVector.empty());
  }

  /** The amount that holds, in the agreement's currency: that of the latest recorded restatement, else the report's own. */
  public BigDecimal amount(Currency agreed) {
    if (restatements.isEmpty()) {
      return report.fact().exchange().counted(report.fact().amount(), agreed);
    }
    Restatement latest = restatements.getLast().fact();
    return latest.exchange().counted(latest.amount(), agreed);
  }

  /** The event that set the amount that holds. */
  public long amountSetBy() {
    return restatements.isEmpty() ? report.sequence() : restatements.getLast().sequence();
  }

  public String stream() {
    return report.fact().stream();
  }

  public DateRange days() {
    return report.fact().days();
  }

  KnownReport with(Known<Restatement> restatement) {
    return new KnownReport(report, restatements.plus(restatement));
  }

  KnownReport without(long sequence) {
    return new KnownReport(
        report,
        TreePVector.from(restatements.stream().filter(r -> r.sequence() != sequence).toList()));
  }
}
