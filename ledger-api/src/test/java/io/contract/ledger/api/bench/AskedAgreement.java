package io.contract.ledger.api.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An agreement that is large in one respect, with the facts recorded after it, as JSON. Acme pays Globex a share of its sales.
 *
 * @param clauses the clauses, separated by commas
 * @param facts the facts after it, in the order of recording
 */
record AskedAgreement(String id, String clauses, List<String> facts) {

  /** No agreement has begun earlier. */
  static final LocalDate BEGIN = LocalDate.of(1900, 1, 1);

  private static final YearMonth FIRST = YearMonth.of(1900, 1);
  private static final String MONTHLY =
      "\"period\": \"month\", \"due\": {\"days\": 45}, \"lateInterest\": {\"rate\": \"0.08\"}, \"allocation\": \"interest-first\"";
  private static final String RATE = "\"rate\": \"0.20\", ";

  String path() {
    return "/api/v1/agreements/" + id;
  }

  /** The agreement itself, as JSON. */
  String executed() {
    return """
        {"id": "%s", "title": "Large in one respect", "currency": "USD", "timeZone": "UTC",
         "executedOn": "1900-01-01", "effectiveOn": "1900-01-01",
         "parties": [{"id": "acme", "name": "Acme"}, {"id": "globex", "name": "Globex"}], "clauses": [%s]}
        """.formatted(id, clauses);
  }

  /** The first day after that many months. */
  static LocalDate after(int months) {
    return FIRST.plusMonths(months).atDay(1);
  }

  /** So many months reported and none paid: all but the last are overdue, and bear interest. */
  static AskedAgreement ofMonths(String id, int months) {
    return new AskedAgreement(id, share("share", "\"net-sales\"", RATE + MONTHLY), months("net-sales", months));
  }

  /** So many months reported, with shares due at once and paid on the second day after. */
  static AskedAgreement ofPaidMonths(String id, int months) {
    return new AskedAgreement(
        id, share("share", "\"net-sales\"", RATE + "\"period\": \"month\", \"due\": {\"days\": 45}"),
        IntStream.range(0, months)
            .mapToObj(i -> Stream.of(month("net-sales", i), payment("p" + i, "200.00", after(i + 1).plusDays(1))))
            .flatMap(facts -> facts)
            .toList());
  }

  /** So many months reported and stated, with shares due after their statements: nothing is paid. */
  static AskedAgreement ofStatedMonths(String id, int months) {
    return new AskedAgreement(
        id,
        share(
            "share", "\"net-sales\"",
            RATE + "\"period\": \"month\", \"due\": {\"days\": 30, \"after\": \"statement\"}, \"reportDue\": {\"days\": 20}"),
        IntStream.range(0, months)
            .mapToObj(
                i -> Stream.of(
                    month("net-sales", i),
                    "{\"statement\": {\"clause\": \"share\", \"period\": \"%s\", \"issuedOn\": \"%s\"}}"
                        .formatted(FIRST.plusMonths(i), after(i + 1).plusDays(1))))
            .flatMap(facts -> facts)
            .toList());
  }

  /** So many payments in five years, which together pay most of what is overdue. */
  static AskedAgreement ofPayments(String id, int payments) {
    List<String> facts = new ArrayList<>(months("net-sales", 60));
    String amount =
        BigDecimal.valueOf(11_000).divide(BigDecimal.valueOf(payments), 2, RoundingMode.DOWN).toPlainString();
    for (int i = 0; i < payments; i++) {
      facts.add(payment("p" + i, amount, BEGIN.plusDays(60 + 1_700L * i / payments)));
    }
    return new AskedAgreement(id, share("share", "\"net-sales\"", RATE + MONTHLY), facts);
  }

  /** So many shares, each of a stream of its own that is reported for 24 months. */
  static AskedAgreement ofClauses(String id, int clauses) {
    return new AskedAgreement(
        id,
        IntStream.range(0, clauses)
            .mapToObj(i -> share("share-" + i, "\"stream-" + i + "\"", RATE + MONTHLY))
            .collect(Collectors.joining(", ")),
        IntStream.range(0, clauses).mapToObj(i -> months("stream-" + i, 24)).flatMap(List::stream).toList());
  }

  /** A quarter of so many daily reports, of as many streams as that takes, with a statement of it. */
  static AskedAgreement ofReports(String id, int reports) {
    int days = 90;
    int streams = reports / days;
    List<String> facts = new ArrayList<>();
    for (int stream = 0; stream < streams; stream++) {
      for (int i = 0; i < days; i++) {
        facts.add(report("sales-" + stream, BEGIN.plusDays(i), BEGIN.plusDays(i), "100.00"));
      }
    }
    facts.add("{\"statement\": {\"clause\": \"share\", \"period\": \"1900-Q1\", \"issuedOn\": \"1900-04-01\"}}");
    String base =
        IntStream.range(0, streams).mapToObj(i -> "\"sales-" + i + "\"")
            .collect(Collectors.joining(", ", "{\"streams\": [", "]}"));
    return new AskedAgreement(id, share("share", base, RATE + "\"period\": \"quarter\""), facts);
  }

  /** A hundred years of months under so many tiers, which their base fills one after another. */
  static AskedAgreement ofTiers(String id, int tiers) {
    int months = 1_200;
    long all = 1_000L * months;
    String bands =
        IntStream.range(1, tiers)
            .mapToObj(
                i -> "{\"upTo\": \"%d.00\", \"rate\": \"0.%04d\"}".formatted(all * i / tiers, 1_000 + i))
            .collect(Collectors.joining(", "));
    return new AskedAgreement(
        id,
        share(
            "share", "\"net-sales\"",
            "\"tiers\": {\"over\": \"lifetime\", \"scheme\": \"marginal\", \"bands\": [" + bands
                + ", {\"rate\": \"0.3\"}]}, \"period\": \"month\", \"due\": {\"days\": 45}"),
        months("net-sales", months));
  }

  /** A year reported, a cap for each calendar year, and nothing yet of the years after it. */
  static AskedAgreement toForecast(String id) {
    return new AskedAgreement(
        id,
        share(
            "share", "\"net-sales\"",
            RATE + "\"period\": \"month\", \"due\": {\"days\": 45}, "
                + "\"cap\": {\"amount\": \"2000.00\", \"window\": \"calendar-year\"}"),
        months("net-sales", 12));
  }

  /** So many events under a cap that can be read in four ways: nine payments follow each daily report. */
  static AskedAgreement ofEvents(String id, int events) {
    List<String> facts = new ArrayList<>();
    for (int i = 0; facts.size() < events - 1; i++) {
      LocalDate day = BEGIN.plusDays(i / 10);
      facts.add(i % 10 == 0 ? report("net-sales", day, day, "5000.00") : payment("p" + i, "100.00", day));
    }
    return new AskedAgreement(
        id,
        share(
            "share", "\"net-sales\"",
            RATE + "\"period\": \"quarter\", \"due\": {\"days\": 45}, \"cap\": {\"amount\": \"900000000.00\"}"),
        facts);
  }

  private static String share(String id, String base, String terms) {
    return "{\"id\": \"%s\", \"kind\": \"revenue-share\", \"payer\": \"acme\", \"payee\": \"globex\", \"base\": %s, %s}"
        .formatted(id, base, terms);
  }

  private static List<String> months(String stream, int months) {
    return IntStream.range(0, months).mapToObj(i -> month(stream, i)).toList();
  }

  private static String month(String stream, int number) {
    YearMonth month = FIRST.plusMonths(number);
    return report(stream, month.atDay(1), month.atEndOfMonth(), "1000.00");
  }

  private static String report(String stream, LocalDate from, LocalDate through, String amount) {
    return "{\"revenue\": {\"id\": \"%s-%s\", \"stream\": \"%s\", \"from\": \"%s\", \"through\": \"%s\", \"amount\": \"%s\"}}"
        .formatted(stream, from, stream, from, through, amount);
  }

  /** A payment as one of several facts. */
  static String payment(String id, String amount, LocalDate valueOn) {
    return "{\"payment\": {\"id\": \"%s\", \"clause\": \"share\", \"payer\": \"acme\", \"payee\": \"globex\", \"amount\": \"%s\", \"valueOn\": \"%s\"}}"
        .formatted(id, amount, valueOn);
  }
}
