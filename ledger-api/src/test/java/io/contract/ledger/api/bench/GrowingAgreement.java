package io.contract.ledger.api.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * An agreement with a given number of events. All agreements have the same terms and periods, so that two of them differ in
 * their history only.
 *
 * <p>Acme pays a fifth of net sales, monthly, due 45 days later on New York's calendar. Late interest is 8 % and is settled
 * first. A cap limits what is paid. Each month of its five years is reported after its end. All other events are payments, in
 * the order of their days. Their size is such that together they pay 95 % of what accrues. 100 events contain 39 payments;
 * 100,000 events contain 99,939, about 1,700 a month.
 *
 * <p>An agreement with statements has 40 statements in addition. Each is issued on the 10th after its month, the last of them
 * half a year before the end. After every tenth statement its month is restated. The next statement adjusts it; after the last
 * statement the adjustment is pending.
 */
final class GrowingAgreement {

  static final LocalDate ASKED_ON = LocalDate.of(2025, 1, 31);

  private static final YearMonth FIRST = YearMonth.of(2020, 1);
  private static final int MONTHS = 60;
  private static final long PAID_A_MONTH = 19_000;
  private static final LocalDate PAID_FROM = LocalDate.of(2020, 3, 1);
  private static final LocalDate PAID_THROUGH = LocalDate.of(2024, 12, 31);
  private static final long SEED = 20_261_125;
  private static final int STATEMENTS = 40;
  private static final int LAST_STATED = MONTHS - 7;

  private final String id;
  private final int events;
  private final boolean isStated;
  private int further;

  GrowingAgreement(String id, int events, boolean isStated) {
    this.id = id;
    this.events = events;
    this.isStated = isStated;
  }

  String id() {
    return id;
  }

  String path() {
    return "/api/v1/agreements/" + id;
  }

  /** The agreement itself, as JSON. */
  String executed() {
    return """
        {"id": "%s", "title": "Many payments", "currency": "USD", "timeZone": "America/New_York",
         "executedOn": "2020-01-01", "effectiveOn": "2020-01-01",
         "parties": [{"id": "acme", "name": "Acme"}, {"id": "globex", "name": "Globex"}],
         "clauses": [{"id": "share", "kind": "revenue-share", "payer": "acme", "payee": "globex",
           "base": "net-sales", "rate": "0.20", "period": "month",
           "due": {"days": 45, "roll": "following", "calendar": "USNY"},
           "lateInterest": {"rate": "0.08", "dayCount": "Act/365F", "from": "adjusted"},
           "allocation": "interest-first",
           "cap": {"amount": "50000000.00", "basis": "paid", "counts": "since-inception"}}]}
        """.formatted(id);
  }

  /** The facts after it, as JSON, in order of their days. */
  List<String> facts() {
    int payments = events - 1 - MONTHS;
    BigDecimal each =
        BigDecimal.valueOf(PAID_A_MONTH * MONTHS).divide(BigDecimal.valueOf(payments), 2, RoundingMode.DOWN);
    Random random = new Random(SEED);
    long days = PAID_THROUGH.toEpochDay() - PAID_FROM.toEpochDay();
    List<String> facts = new ArrayList<>(events);
    int month = 0;
    int stated = 0;
    for (int i = 0; i < payments; i++) {
      LocalDate valueOn = PAID_FROM.plusDays(days * i / payments);
      while (month < MONTHS && FIRST.plusMonths(month).atEndOfMonth().isBefore(valueOn)) {
        facts.add(report(month++, random));
      }
      while (isStated && stated <= LAST_STATED && issuedOn(stated).isBefore(valueOn)) {
        facts.addAll(statement(stated++));
      }
      facts.add(payment("p" + i, valueOn, each));
    }
    while (month < MONTHS) {
      facts.add(report(month++, random));
    }
    return facts;
  }

  /** Another payment, on a day by which everything recorded has happened. */
  String anotherPayment() {
    return payment("more" + further++, LocalDate.of(2025, 1, 15), new BigDecimal("1.00"));
  }

  private static LocalDate issuedOn(int month) {
    return FIRST.plusMonths(month + 1).atDay(10);
  }

  /** The statement of that month and the restatement after it, so far as the month has them. */
  private static List<String> statement(int month) {
    List<String> facts = new ArrayList<>();
    if (month > LAST_STATED - STATEMENTS) {
      facts.add(
          "{\"statement\": {\"clause\": \"share\", \"period\": \"%s\", \"issuedOn\": \"%s\"}}"
              .formatted(FIRST.plusMonths(month), issuedOn(month)));
    }
    if (facts.size() == 1 && (LAST_STATED - month) % 10 == 0) {
      facts.add(
          "{\"restatement\": {\"id\": \"again%d\", \"restates\": \"r%d\", \"amount\": \"%d.00\"}}"
              .formatted(month, month, 100_000 + month));
    }
    return facts;
  }

  private static String report(int number, Random random) {
    YearMonth month = FIRST.plusMonths(number);
    return "{\"revenue\": {\"id\": \"r%d\", \"stream\": \"net-sales\", \"from\": \"%s\", \"through\": \"%s\", \"amount\": \"%d.%02d\"}}"
        .formatted(number, month.atDay(1), month.atEndOfMonth(), 90_000 + random.nextInt(20_000), random.nextInt(100));
  }

  private static String payment(String id, LocalDate valueOn, BigDecimal amount) {
    return String.format(Locale.ROOT,
        "{\"payment\": {\"id\": \"%s\", \"clause\": \"share\", \"payer\": \"acme\", \"payee\": \"globex\", \"amount\": \"%s\", \"valueOn\": \"%s\"}}",
        id, amount.toPlainString(), valueOn);
  }
}
