package io.contract.ledger.value;

/**
 * Why something was not accepted: first what makes a text unreadable, then the refusals of the domain (domain page, section 6). The
 * order is that of precedence: of several reasons, the one declared first is <em>the</em> code.
 */
public enum Code {
  INVALID_JSON("Not readable as JSON or YAML"),
  UNKNOWN_FIELD("A field that does not exist here"),
  INVALID_VALUE("A value of the wrong form"),
  MISSING_FIELD("A required field is missing"),

  UNKNOWN_AGREEMENT("No such agreement"),
  UNKNOWN_PARTY("Not a party to the agreement"),
  UNKNOWN_CLAUSE("No such clause"),
  UNKNOWN_PAYMENT("No such payment"),
  UNKNOWN_REPORT("No such revenue report"),
  UNKNOWN_FACT("There is no fact that this can be about"),
  UNKNOWN_PERIOD("No such period"),
  WRONG_CLAUSE_KIND("The clause is of another kind"),
  ID_ALREADY_USED("The id is already used"),
  CURRENCY_MISMATCH("Not the currency of the agreement"),
  AMOUNT_PRECISION("More decimals than the currency has"),
  INVALID_SPAN("The dates are in the wrong order"),
  OVERLAPPING_REPORT("A day is already reported"),
  WRONG_PARTIES("Not from and to the parties the clause names"),
  ALREADY_REVERSED("The payment is already reversed"),
  ALREADY_WITHDRAWN("The fact is already withdrawn"),
  AMENDMENT_NUMBER_USED("The amendment number is already used"),
  INVALID_CLAUSE("The clause would not be valid"),
  PARAMETER_NOT_OPEN("The clause does not leave this open"),
  DATE_OUT_OF_RANGE("The date is before 1900 or after 2199"),
  NON_POSITIVE_AMOUNT("The amount must be positive"),
  DATE_IN_FUTURE("The date is still to come"),
  WAIVER_EXCEEDS_OUTSTANDING("More is waived than is outstanding"),
  CALENDAR_RANGE("The holiday calendar does not know that year");

  private final String title;

  Code(String title) {
    this.title = title;
  }

  /** The stable name clients rely on, e.g. {@code unknown-payment}. */
  public String slug() {
    return EnumWords.slug(this);
  }

  /** One short sentence for people, without a full stop. */
  public String title() {
    return title;
  }

  /** Whether the text itself was wrong, before anything was asked of the agreement. */
  public boolean isMalformed() {
    return compareTo(MISSING_FIELD) <= 0;
  }
}
