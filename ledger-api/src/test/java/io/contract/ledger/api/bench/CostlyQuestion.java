package io.contract.ledger.api.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question whose answer can be made long.
 *
 * @param row what the size counts
 * @param sizes how many of them there are, ascending
 * @param agreement makes the agreement of a size, under that id
 * @param rows the number of rows that the work is divided by
 * @param asked asks an agreement of that size
 * @param isKept whether answers are kept, so that only the first asking of an agreement is measured
 */
record CostlyQuestion(
    String name,
    String row,
    List<Integer> sizes,
    BiFunction<String, Integer, AskedAgreement> agreement,
    IntUnaryOperator rows,
    IntFunction<Asked> asked,
    boolean isKept) {

  /**
   * A request.
   *
   * @param path what follows the path of the agreement
   * @param body what is posted; null where it is a GET
   */
  record Asked(String path, @Nullable String body) {

    static Asked get(String path, LocalDate effectiveOn) {
      return new Asked(path + (path.contains("?") ? "&" : "?") + "effectiveOn=" + effectiveOn, null);
    }
  }

  private static final List<Integer> MONTHS = List.of(150, 600, 1_200);
  private static final List<Integer> CLAUSES = List.of(25, 100, 200);
  private static final LocalDate AFTER_CLAUSES = AskedAgreement.after(30);

  /** Every question. */
  static List<CostlyQuestion> all() {
    return Stream.of(ofMonths(), ofClauses(), ofPayments(), ofStatements(), others()).flatMap(List::stream).toList();
  }

  private static CostlyQuestion ofMonths(String name, IntFunction<Asked> asked, boolean isKept) {
    return new CostlyQuestion(
        name + " of overdue months", "month", MONTHS, AskedAgreement::ofMonths, size -> size, asked, isKept);
  }

  private static List<CostlyQuestion> ofMonths() {
    return List.of(
        ofMonths("position", size -> Asked.get("/position", AskedAgreement.after(size + 6)), true),
        ofMonths("obligations", size -> Asked.get("/obligations?limit=200", AskedAgreement.after(size + 6)), true),
        ofMonths("journal", size -> Asked.get("/journal", AskedAgreement.after(size + 6)), false),
        ofMonths("explanation of interest", size -> Asked.get("/explain?figure=interest&clause=share",
            AskedAgreement.after(size + 6)), false),
        ofMonths(
            "what-if",
            size -> new Asked(
                "/what-if?effectiveOn=" + AskedAgreement.after(size + 6),
                "{\"facts\": [" + AskedAgreement.payment("more", "100000.00", AskedAgreement.after(size + 5)) + "]}"),
            true),
        ofMonths("replay on one day", size -> Asked.get("/replay", AskedAgreement.after(size + 6)), false),
        ofMonths("file", size -> new Asked("/file", null), false));
  }

  private static CostlyQuestion ofClauses(String name, Asked asked, boolean isKept) {
    return new CostlyQuestion(
        name + " of clauses with 24 months each", "month", CLAUSES, AskedAgreement::ofClauses, size -> 24 * size,
        size -> asked, isKept);
  }

  private static List<CostlyQuestion> ofClauses() {
    return List.of(
        ofClauses("position", Asked.get("/position", AFTER_CLAUSES), true),
        ofClauses("obligations", Asked.get("/obligations?limit=200", AFTER_CLAUSES), true),
        ofClauses("journal", Asked.get("/journal", AFTER_CLAUSES), false),
        ofClauses("journal in plain text", Asked.get("/journal?format=hledger", AFTER_CLAUSES), false));
  }

  private static List<CostlyQuestion> ofPayments() {
    List<Integer> sizes = List.of(500, 2_000, 8_000);
    LocalDate day = AskedAgreement.after(62);
    return List.of(
        new CostlyQuestion(
            "position of payments", "payment", sizes, AskedAgreement::ofPayments, size -> size,
            size -> Asked.get("/position", day), true),
        new CostlyQuestion(
            "journal of payments", "payment", sizes, AskedAgreement::ofPayments, size -> size,
            size -> Asked.get("/journal", day), false),
        new CostlyQuestion(
            "journal of paid months", "month", MONTHS, AskedAgreement::ofPaidMonths, size -> size,
            size -> Asked.get("/journal", AskedAgreement.after(size + 2)), false),
        new CostlyQuestion(
            "replay of paid months", "event", MONTHS, AskedAgreement::ofPaidMonths, size -> 2 * size,
            size -> Asked.get("/replay", AskedAgreement.after(size + 2)), false));
  }

  private static List<CostlyQuestion> ofStatements() {
    List<Integer> sizes = List.of(150, 300, 600);
    return List.of(
        new CostlyQuestion(
            "position of months due after statements", "month", sizes, AskedAgreement::ofStatedMonths, size -> size,
            size -> Asked.get("/position", AskedAgreement.after(size + 6)), true),
        new CostlyQuestion(
            "replay of months due after statements", "event", sizes, AskedAgreement::ofStatedMonths, size -> 2 * size,
            size -> Asked.get("/replay", AskedAgreement.after(size + 6)), false));
  }

  private static List<CostlyQuestion> others() {
    return List.of(
        new CostlyQuestion(
            "statement as PDF of reports", "report", List.of(990, 9_990), AskedAgreement::ofReports, size -> size,
            size -> Asked.get("/clauses/share/statements/1?format=pdf", LocalDate.of(1900, 4, 2)), false),
        new CostlyQuestion(
            "position under tiers of a share", "month, of 1,200", List.of(10, 100, 1_000), AskedAgreement::ofTiers,
            size -> 1_200,
            size -> Asked.get("/position", AskedAgreement.after(1_202)), true),
        new CostlyQuestion(
            "forecast of years", "month", List.of(5, 20, 49), (id, size) -> AskedAgreement.toForecast(id),
            size -> 12 * size, size -> forecast(1, size), false),
        new CostlyQuestion(
            "forecast of scenarios over 20 years", "month", List.of(1, 5, 10),
            (id, size) -> AskedAgreement.toForecast(id), size -> 240 * size, size -> forecast(size, 20), false),
        new CostlyQuestion(
            "explanation of headroom, four readings", "event", List.of(1_000, 10_000, 100_000),
            AskedAgreement::ofEvents, size -> size,
            size -> Asked.get("/explain?figure=headroom&clause=share", LocalDate.of(1930, 1, 1)), false),
        new CostlyQuestion(
            "file of events", "event", List.of(1_000, 10_000, 100_000), AskedAgreement::ofEvents, size -> size,
            size -> new Asked("/file", null), false));
  }

  private static Asked forecast(int scenarios, int years) {
    return new Asked(
        "/forecast?effectiveOn=1900-12-31",
        IntStream.range(0, scenarios)
            .mapToObj(
                i -> "{\"name\": \"s%d\", \"streams\": {\"net-sales\": {\"growthPerPeriod\": \"0.00%d\"}}}"
                    .formatted(i, i))
            .collect(
                Collectors.joining(", ", "{\"scenarios\": [", "], \"through\": \"" + (1900 + years) + "-12-31\"}")));
  }
}
