package io.contract.ledger.fact;

import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.SLUG;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.id.ReportId;
import io.contract.ledger.money.Currency;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The amount of a stream over a span of days, both ends inclusive.
 *
 * @param amount in the agreement's currency; may be zero or negative
 * @param exchange the currency and rate of an amount that is not in the agreement's currency
 */
public record RevenueReport(
    ReportId id,
    String stream,
    LocalDate from,
    LocalDate through,
    BigDecimal amount,
    Exchange exchange,
    Backing backing) implements Fact {

  static final FactForm<RevenueReport> FORM =
      new FactForm<>(
          RevenueReport.class,
          Shape.of("RevenueReport")
              .required("id", SLUG, "Unique among reports and restatements.")
              .required("stream", SLUG, "The stream of revenue.")
              .required("from", DATE, "The first day of the span.")
              .required("through", DATE, "The last day of the span.")
              .and(Exchange.AMOUNT_FIELDS)
              .and(Backing.FIELDS),
          RevenueReport::read,
          List.of(Code.ID_ALREADY_USED, Code.CURRENCY_MISMATCH, Code.AMOUNT_PRECISION, Code.INVALID_SPAN,
              Code.OVERLAPPING_REPORT, Code.UNKNOWN_PERIOD, Code.DATE_OUT_OF_RANGE, Code.NON_POSITIVE_AMOUNT,
              Code.DATE_IN_FUTURE,
              Code.CALENDAR_RANGE));

  private static RevenueReport read(Fields fact) {
    return new RevenueReport(
        new ReportId(fact.text("id")),
        fact.text("stream"),
        fact.date("from"),
        fact.date("through"),
        fact.decimal("amount"),
        Exchange.read(fact),
        Backing.read(fact));
  }

  /**
   * The span of the report.
   *
   * @throws IllegalArgumentException when {@code through} is before {@code from}; such a report is refused, never recorded
   */
  public DateRange days() {
    return DateRange.of(from, through);
  }

  @Override
  public Value.Tree write() {
    return backing.behind(
        new TreeBuilder()
            .put("id", id)
            .put("stream", stream)
            .put("from", from)
            .put("through", through)
            .put("amount", amount)
            .put("currency", exchange.currency())
            .put("fxRate", exchange.fxRate()));
  }

  @Override
  public Optional<LocalDate> effectiveOn() {
    return Optional.of(through);
  }

  @Override
  public RevenueReport canonical(Currency agreed) {
    return new RevenueReport(
        id, stream, from, through, exchange.canonical(amount, agreed), exchange.canonical(agreed), backing);
  }
}
