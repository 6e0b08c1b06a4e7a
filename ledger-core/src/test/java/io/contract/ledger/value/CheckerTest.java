package io.contract.ledger.value;

import static io.contract.ledger.Flow.tree;
import static io.contract.ledger.value.Type.AMOUNT;
import static io.contract.ledger.value.Type.CURRENCY;
import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.INSTANT;
import static io.contract.ledger.value.Type.PERIOD_NAME;
import static io.contract.ledger.value.Type.RATE;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.TIME_ZONE;
import static io.contract.ledger.value.Type.YES_NO;
import static io.contract.ledger.value.Type.either;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.object;
import static io.contract.ledger.value.Type.oneOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The violations of values that do not fit: the place, the rule, and a sentence that names field, rule and value. */
class CheckerTest {

  private static final Shape CAP =
      Shape.of("Cap")
          .required("amount", AMOUNT, "The limit.")
          .optional("basis", oneOf("unstated", "accrued", "paid"), "What counts.");

  private static final Shape CLAUSE =
      Shape.of("Clause")
          .required("id", SLUG, "The id.")
          .required("on", DATE, "The day.")
          .optional("rate", either(RATE, oneOf("unstated")), "The rate.")
          .optional("cap", object(CAP), "A limit.")
          .optional("caps", listOf(object(CAP), 1), "Limits.")
          .optional("days", new Type.Whole(0, 10), "Days.")
          .optional("exclusive", YES_NO, "Whether nobody else may.");

  @Test
  void whatFitsIsNotSpokenOf() {
    assertThat(
        wrongWith(
            """
                {id: a-1, on: 2021-03-31, rate: unstated, cap: {amount: "1.0000", basis: paid}, days: 10,
                 exclusive: false}"""))
        .isEmpty();
  }

  @Test
  void namesAMissingField() {
    assertThat(wrongWith("{id: a}"))
        .containsExactly(violation("/on", Code.MISSING_FIELD, "'on' is required"));
  }

  @Test
  void namesAnUnknownFieldAndTheKnownOnes() {
    assertThat(wrongWith("{id: a, on: 2021-03-31, colour: red}"))
        .containsExactly(
            violation(
                "/colour",
                Code.UNKNOWN_FIELD,
                "'colour' is not a field here; known are id, on, rate, cap, caps, days, exclusive"));
  }

  @Test
  void saysHowToWriteAnUnquotedAmount() {
    assertThat(wrongWith("{id: a, on: 2021-03-31, cap: {amount: 1000}}"))
        .containsExactly(
            violation(
                "/cap/amount",
                Code.INVALID_VALUE,
                "'amount' must be a decimal number in quotes, at most 18 digits before the point and 4 after it;"
                    + " 1000 is unquoted: write \"1000\""));
  }

  @Test
  void listsTheWordsThatAreAllowed() {
    assertThat(wrongWith("{id: a, on: 2021-03-31, cap: {amount: \"1\", basis: cash}}"))
        .containsExactly(
            violation(
                "/cap/basis", Code.INVALID_VALUE, "'basis' must be unstated, accrued or paid, not \"cash\""));
  }

  @Test
  void namesThePlaceInAList() {
    assertThat(wrongWith("{id: a, on: 2021-03-31, caps: [{amount: \"1\"}, {basis: paid}]}"))
        .containsExactly(violation("/caps/1/amount", Code.MISSING_FIELD, "'amount' is required"));
    assertThat(wrongWith("{id: a, on: 2021-03-31, caps: []}"))
        .containsExactly(violation("/caps", Code.INVALID_VALUE, "'caps' must have at least 1 item"));
  }

  @Test
  void tellsOtherKindsOfValuesApart() {
    assertThat(wrongWith("{id: a, on: 2021-03-31, cap: [], caps: none, days: \"5\", exclusive: yes}"))
        .extracting(Violation::message)
        .containsExactly(
            "'cap' must be an object, not a list",
            "'caps' must be a list, not \"none\"",
            "'days' must be a whole number from 0 to 10, unquoted, not \"5\"",
            "'exclusive' must be true or false, not \"yes\"");
  }

  @Test
  void holdsNumbersWithinTheirBounds() {
    assertThat(wrongWith("{id: a, on: 2021-03-31, days: 11}"))
        .extracting(Violation::message)
        .containsExactly("'days' must be a whole number from 0 to 10, unquoted, not the unquoted 11");
    assertThat(wrongWith("{id: a, on: 2021-03-31, days: -1}")).hasSize(1);
    assertThat(wrongWith("{id: a, on: 2021-03-31, days: 0}")).isEmpty();
  }

  @Test
  void refusesNullWhereNothingIsPatched() {
    assertThat(wrongWith("{id: a, on: 2021-03-31, rate: null}")).hasSize(1);
  }

  @Test
  void judgesAlternativesByTheFirstThatTakesSuchAValue() {
    assertThat(wrongWith("{id: a, on: 2021-03-31, rate: 20 %}"))
        .extracting(Violation::message)
        .containsExactly(
            "'rate' must be a decimal fraction in quotes, at most 6 digits before the point and 10 after it:"
                + " 20 % is \"0.20\", not \"20 %\"");
  }

  @Test
  void namesEverythingThatIsWrongWhatIsMissingLast() {
    assertThat(wrongWith("{colour: red, days: 11, id: UPPER}"))
        .extracting(violation -> violation.path().path())
        .containsExactly("/colour", "/days", "/id", "/on");
  }

  @Test
  void callsTheWholeTheBody() {
    assertThat(Checker.check(Value.items(List.of()), object(CLAUSE), Pointer.ROOT))
        .containsExactly(violation("", Code.INVALID_VALUE, "the document must be an object, not a list"));
  }

  @Test
  void showsOnlyTheBeginningOfALongText() {
    String message = wrongWith("{id: %s, on: 2021-03-31}".formatted("A".repeat(200))).getFirst().message();

    assertThat(message).endsWith("not \"" + "A".repeat(56) + "…\"");
  }

  @ParameterizedTest
  @CsvSource({
      "2021-02-28, true",
      "2021-02-29, false",
      "2020-02-29, true",
      "2021-2-28, false",
      "0206-02-28, true",
      "10000-01-01, false"})
  void aDateIsOneOfTheCalendar(String text, boolean fits) {
    assertThat(Checker.check(Value.text(text), DATE, Pointer.ROOT).isEmpty()).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({
      "2021-04-10T09:00:00Z, true",
      "2021-04-10T09:00:00.123456Z, true",
      "2021-04-10T09:00:00.1234567Z, false",
      "2021-04-10T09:00:00+02:00, false",
      "2021-04-10T25:00:00Z, false",
      "2021-04-10, false",
      "1969-12-31T23:59:59.999999Z, true",
      "1900-01-01T00:00:00Z, true",
      // Nowhere does a day begin more than 18 hours before it begins in UTC.
      "1899-12-31T06:00:00Z, true",
      "1899-12-31T05:59:59Z, false",
      "0000-01-01T00:00:00Z, false"})
  void anInstantIsInUtcWithAtMostMicroseconds(String text, boolean fits) {
    assertThat(Checker.check(Value.text(text), INSTANT, Pointer.ROOT).isEmpty()).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({
      "12, true",
      "-12.3456, true",
      "12.34567, false",
      "123456789012345678, true",
      "1234567890123456789, false",
      "1e3, false",
      "'1,000', false",
      "+1, false",
      ".5, false"})
  void anAmountIsAPlainDecimal(String text, boolean fits) {
    assertThat(Checker.check(Value.text(text), AMOUNT, Pointer.ROOT).isEmpty()).isEqualTo(fits);
  }

  @Test
  void aSumMayHaveMoreDigitsThanAnAmount() {
    assertThat(Checker.check(Value.text("1234567890123456789.05"), Type.SUM, Pointer.ROOT)).isEmpty();
    assertThat(Checker.check(Value.text("1.23456"), Type.SUM, Pointer.ROOT)).hasSize(1);
  }

  @Test
  void theWordingOfAClauseIsLongerThanOtherTexts() {
    assertThat(Checker.check(Value.text("w".repeat(100_000)), Type.WORDING, Pointer.ROOT)).isEmpty();
    assertThat(Checker.check(Value.text("w".repeat(100_001)), Type.WORDING, Pointer.ROOT)).hasSize(1);
    assertThat(Checker.check(Value.text("t".repeat(4_001)), Type.TEXT, Pointer.ROOT)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
      "2021-Q4, true",
      "2021-Q5, false",
      "2021-12, true",
      "2021-13, false",
      "2021-00, false",
      "2021-H2, true",
      "2021-H3, false",
      "2021, true"})
  void aPeriodIsNamedAsTheCalendarHasIt(String text, boolean fits) {
    assertThat(Checker.check(Value.text(text), PERIOD_NAME, Pointer.ROOT).isEmpty()).isEqualTo(fits);
  }

  @Test
  void currenciesAndTimeZonesAreThoseThatExist() {
    assertThat(Checker.check(Value.text("USD"), CURRENCY, Pointer.ROOT)).isEmpty();
    // Uruguay's Unidad Previsional, which the Java runtime does not have.
    assertThat(Checker.check(Value.text("UYW"), CURRENCY, Pointer.ROOT)).isEmpty();
    assertThat(Checker.check(Value.text("CLF"), CURRENCY, Pointer.ROOT)).isEmpty();
    assertThat(Checker.check(Value.text("XXQ"), CURRENCY, Pointer.ROOT)).hasSize(1);
    // Gold has no minor unit.
    assertThat(Checker.check(Value.text("XAU"), CURRENCY, Pointer.ROOT)).hasSize(1);
    assertThat(Checker.check(Value.text("America/New_York"), TIME_ZONE, Pointer.ROOT)).isEmpty();
    assertThat(Checker.check(Value.text("America/Nowhere"), TIME_ZONE, Pointer.ROOT)).hasSize(1);
  }

  @Nested
  class AnObjectWithExactlyOneKey {

    private final Type change = new Type.Keyed(Map.of("revise", object(CAP)));

    @Test
    void isHeldAgainstTheTypeOfItsKey() {
      assertThat(Checker.check(tree("{revise: {amount: \"1\"}}"), change, Pointer.ROOT)).isEmpty();
      assertThat(Checker.check(tree("{revise: {}}"), change, Pointer.ROOT))
          .containsExactly(violation("/revise/amount", Code.MISSING_FIELD, "'amount' is required"));
    }

    @Test
    void hasAKnownKey() {
      assertThat(Checker.check(tree("{revize: {}}"), change, Pointer.ROOT))
          .containsExactly(
              violation("/revize", Code.UNKNOWN_FIELD, "'revize' is not known here; use one of revise"));
    }

    @Test
    void hasNeitherNoneNorTwo() {
      assertThat(Checker.check(tree("{}"), change, Pointer.ROOT))
          .extracting(Violation::message)
          .containsExactly("the document must be an object with exactly one of the keys revise");
      assertThat(Checker.check(tree("{revise: {}, end: {}}"), change, Pointer.ROOT)).hasSize(1);
    }
  }

  @Nested
  class AnObjectWhoseFieldSaysItsShape {

    private final Type clause =
        new Type.Chosen("kind", Map.of("cap", CAP.and(Shape.of("").required("kind", SLUG, "."))));

    @Test
    void isHeldAgainstThatShape() {
      assertThat(Checker.check(tree("{kind: cap, amount: \"1\"}"), clause, Pointer.ROOT)).isEmpty();
      assertThat(Checker.check(tree("{kind: cap}"), clause, Pointer.ROOT))
          .containsExactly(violation("/amount", Code.MISSING_FIELD, "'amount' is required"));
    }

    @Test
    void mustSayOneThatExists() {
      assertThat(Checker.check(tree("{amount: \"1\"}"), clause, Pointer.ROOT))
          .containsExactly(violation("/kind", Code.MISSING_FIELD, "'kind' is required"));
      assertThat(Checker.check(tree("{kind: hat}"), clause, Pointer.ROOT))
          .containsExactly(violation("/kind", Code.INVALID_VALUE, "'kind' must be cap, not \"hat\""));
    }
  }

  @Nested
  class APatch {

    private final Type patch = new Type.Patch(List.of(CLAUSE));

    @Test
    void mayLeaveOutAndMayRemove() {
      assertThat(Checker.check(tree("{rate: null, cap: {basis: paid}}"), patch, Pointer.ROOT)).isEmpty();
      assertThat(Checker.check(tree("{cap: {amount: null}}"), patch, Pointer.ROOT)).isEmpty();
    }

    @Test
    void isElseHeldAgainstTheTypes() {
      assertThat(Checker.check(tree("{cap: {basis: cash}}"), patch, Pointer.ROOT))
          .extracting(Violation::path)
          .containsExactly(new Pointer("/cap/basis"));
      assertThat(Checker.check(tree("{colour: red}"), new Type.Patch(List.of(CLAUSE, Shape.of("Other"))), Pointer.ROOT))
          .containsExactly(
              violation("/colour", Code.UNKNOWN_FIELD, "'colour' is not an attribute of any clause kind"));
    }

    @Test
    void ofOneShapeNamesTheFieldsThereAre() {
      assertThat(Checker.check(tree("{colour: red}"),
          new Type.Patch(List.of(Shape.of("One").optional("rate", Type.RATE, "A rate."))), Pointer.ROOT))
          .containsExactly(
              violation("/colour", Code.UNKNOWN_FIELD, "'colour' is not a field here; known are rate"));
    }

    @Test
    void replacesAListAsAWhole() {
      assertThat(Checker.check(tree("{caps: [{basis: paid}]}"), patch, Pointer.ROOT))
          .containsExactly(violation("/caps/0/amount", Code.MISSING_FIELD, "'amount' is required"));
      assertThat(Checker.check(tree("{caps: [null]}"), patch, Pointer.ROOT)).hasSize(1);
    }
  }

  @Test
  void aPointerEscapesWhatSeparates() {
    assertThat(Pointer.ROOT.child("a/b").child("c~d").child(0).path()).isEqualTo("/a~1b/c~0d/0");
  }

  private static List<Violation> wrongWith(String clause) {
    return Checker.check(tree(clause), object(CLAUSE), Pointer.ROOT);
  }

  private static Violation violation(String path, Code code, String message) {
    return new Violation(new Pointer(path), code, message);
  }
}
