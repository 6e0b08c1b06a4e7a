package io.contract.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;

/** A row of a position's periods. */
record ModelledRow(KnownOn known, Span period, List<AccruedLine> own, ModelledSettlement settlement) {

  ModelledRow {
    own = own.stream().filter(line -> line.period().equals(period)).toList();
  }

  BigDecimal base() {
    BigFraction exact = own.stream().map(AccruedLine::base).reduce(BigFraction.ZERO, BigFraction::add);
    return ModelledLines.round(exact, known.decimals(), known.terms().roundingOf(period));
  }

  BigDecimal gross() {
    return sum(AccruedLine::gross);
  }

  BigDecimal accrued() {
    return sum(AccruedLine::accrued);
  }

  BigDecimal forgone() {
    return sum(AccruedLine::forgone);
  }

  private BigDecimal sum(Function<AccruedLine, BigDecimal> figure) {
    return own.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal waived() {
    return settlement.waived(period);
  }

  BigDecimal outstanding() {
    return settlement.open(period);
  }

  BigDecimal interest() {
    return settlement.interest(period);
  }

  BigDecimal interestPaid() {
    return settlement.interestPaid(period);
  }

  BigDecimal interestWaived() {
    return settlement.interestWaived(period);
  }

  Optional<LocalDate> dueOn() {
    return known.terms().dueOn(period, known.day());
  }

  Map<String, String> texts() {
    Map<String, BigDecimal> figures = new TreeMap<>(Map.of("base", base(), "gross", gross(), "accrued", accrued(),
        "forgone",
        forgone(), "toCredit", settlement.toCredit(period), "settled", settlement.settled(period), "waived", waived(),
        "outstanding", outstanding(), "interest", interest(), "interestPaid", interestPaid()));
    figures.put("interestWaived", interestWaived());
    if (known.terms().isFixed()) {
      figures.remove("base");
    }
    Map<String, String> texts = new TreeMap<>();
    figures.forEach((name, amount) -> texts.put(name, known.shown(amount)));
    texts.put("dueOn", dueOn().map(LocalDate::toString).orElse("-"));
    texts.put("status", status());
    return texts;
  }

  private String status() {
    if (!known.terms().isFixed() && known.day().isBefore(period.last())) {
      return "OPEN";
    }
    if (accrued().signum() <= 0) {
      return isReported() ? "NIL" : "UNREPORTED";
    }
    if (outstanding().signum() == 0) {
      return "SETTLED";
    }
    if (dueOn().isEmpty()) {
      return "UNDATED";
    }
    LocalDate due = dueOn().get();
    return due.isAfter(known.day()) ? "DUE_LATER" : due.equals(known.day()) ? "DUE" : "OVERDUE";
  }

  private boolean isReported() {
    return period.first().datesUntil(period.last().plusDays(1)).allMatch(known::isReported);
  }
}
