package io.contract.ledger.terms;

import static io.contract.ledger.value.Type.AMOUNT;
import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.INDEX;
import static io.contract.ledger.value.Type.RATE;
import static io.contract.ledger.value.Type.SIGNED_RATE;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.WORDING;
import static io.contract.ledger.value.Type.YES_NO;
import static io.contract.ledger.value.Type.either;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.object;
import static io.contract.ledger.value.Type.oneOf;

import io.contract.ledger.calendar.DayCount;
import io.contract.ledger.calendar.DueRule;
import io.contract.ledger.calendar.Holidays;
import io.contract.ledger.value.EnumWords;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The attributes of each clause kind and their types (domain page, sections 4 and 5). Only {@code id} and {@code kind} are required
 * here. What else a kind needs is a rule of the domain ({@link #needs}), and is checked after every change.
 */
public final class ClauseShapes {

  private static final Type DUE_RULE =
      object(
          Shape.of("DueRule")
              .optional("days", new Type.Whole(0, 3_660),
                  "Days counted from the period's last day, or from that on which a fixed sum accrues; or months.")
              .optional("months", new Type.Whole(0, 120), "Months counted from there, instead of days.")
              .optional(
                  "day",
                  either(new Type.Whole(1, 31), oneOf("last")),
                  "With months, the day of the month, or its last day; the day stays unless said.")
              .optional(
                  "roll",
                  EnumWords.oneOf(DueRule.Roll.values()),
                  "Where a date on a holiday goes; none unless said.")
              .optional(
                  "calendar",
                  Type.words(
                      "holiday calendar",
                      "a known holiday calendar such as SatSun, USNY, GBLO or EUTA, or several such as USNY+GBLO",
                      Holidays.PATTERN,
                      Holidays::isCalendar,
                      "USNY"),
                  "The holidays to avoid, of several calendars those of each; SatSun (weekends only) unless said.")
              .optional(
                  "after",
                  EnumWords.oneOf(DueRule.After.values()),
                  "Of a share: whether it counts from the period's last day or from its statement; the period unless said."));

  private static final Type PERIOD =
      either(
          oneOf("quarter", "month", "half-year", "year"),
          object(
              Shape.of("Schedule")
                  .required(
                      "schedule",
                      listOf(
                          object(
                              Shape.of("NamedPeriod")
                                  .required("name", Type.PERIOD_NAME, "What the period is called.")
                                  .required("through", DATE, "Its last day.")),
                          1, 1_000),
                      "Periods one after another, the first from the clause's first day in force.")));

  private static final Type YEAR =
      oneOf("contract");

  private static final Type LATE_INTEREST =
      object(
          Shape.of("LateInterest")
              .optional("rate", RATE, "The yearly rate as a fraction.")
              .optional(
                  "rates",
                  listOf(
                      object(
                          Shape.of("InterestRate")
                              .required("from", DATE, "The first day on which it holds.")
                              .required("rate", RATE, "The yearly rate as a fraction.")),
                      1),
                  "Rates that follow one another, instead of one; none before the first.")
              .optional("index", INDEX, "The index whose fixings make the rate, instead of a stated one.")
              .optional("spread", SIGNED_RATE,
                  "What is added to the index, as a fraction; both together count as zero at least. 0 unless said.")
              .optional("dayCount", oneOf(DayCount.names()), "How days become years; Act/365F unless said.")
              .optional("from", oneOf("adjusted", "unadjusted"),
                  "From the due date, or from that date before it was moved off a holiday; adjusted unless said.")
              .optional("graceDays", new Type.Whole(0, 3_660),
                  "Days after the due date within which what is settled bears none; 0 unless said.")
              .optional("compound", EnumWords.oneOf(Compounding.values()),
                  "After which unit of the calendar interest bears interest; none unless said.")
              .optional(
                  "charge",
                  object(
                      Shape.of("LateCharge")
                          .optional("amount", AMOUNT, "The same for every claim.")
                          .optional("rate", RATE, "The part of what is open, as a fraction.")),
                  "What is charged once for a claim still open after them; nothing unless said."));

  private static final Type SHARE_RATE = either(RATE, oneOf("unstated"));

  private static final Type RATE_FROM =
      object(
          Shape.of("RateFrom")
              .required("rate", SHARE_RATE, "The share as a fraction, or unstated when not disclosed.")
              .optional("from", DATE, "The first day; it has always begun unless said.")
              .optional("fromMilestone", SLUG, "The milestone on whose date it begins, instead of a day."));

  private static final Type CAP =
      object(
          Shape.of("Cap")
              .optional("amount", AMOUNT, "The limit; absent when it is not disclosed.")
              .optional("basis", EnumWords.oneOf(Clause.Cap.Basis.values()),
                  "What counts toward it; unstated unless said.")
              .optional(
                  "counts",
                  EnumWords.oneOf(Clause.Cap.Counts.values()),
                  "From when it counts; unstated unless said.")
              .optional("countsFrom", DATE, "From what day it counts; prevails over counts.")
              .optional(
                  "window",
                  EnumWords.oneOf(Clause.Cap.Window.values()),
                  "After what time the count begins anew; lifetime unless said.")
              .optional("from", DATE, "The first day it limits.")
              .optional("through", DATE, "The last day it limits.")
              .optional(
                  "excess",
                  EnumWords.oneOf(Clause.Cap.Excess.values()),
                  "What becomes of what it cuts off; forgone unless said."));

  private static final Type TIERS =
      object(
          Shape.of("Tiers")
              .optional(
                  "over", EnumWords.oneOf(ShareRate.Tiers.Over.values()),
                  "What the bands are filled by; a period unless said.")
              .optional(
                  "scheme",
                  EnumWords.oneOf(ShareRate.Tiers.Scheme.values()),
                  "Whether a band rates its own slice, or re-rates all; marginal unless said.")
              .required(
                  "bands",
                  listOf(
                      object(
                          Shape.of("Band")
                              .optional("upTo", AMOUNT, "The amount that still belongs to the band; none in the last.")
                              .required("rate", RATE, "The band's rate as a fraction.")),
                      1),
                  "The bands, lowest first."));

  private static final Shape HEAD =
      Shape.of("Clause")
          .required("id", SLUG, "The clause's stable id.")
          .required("kind", oneOf(kinds()), "What kind of clause it is.")
          .optional("title", TEXT, "A heading.")
          .optional("text", WORDING, "The wording.")
          .optional("from", DATE, "First day in force; the effective date of its amendment unless said.")
          .optional("through", DATE, "Last day in force; open-ended unless said.")
          .optional(
              "beginsOnMilestone", SLUG,
              "Begins on this milestone's date, or on from if that is later; not in force before it is attested.")
          .optional("endsOnMilestone", SLUG, "Ends the day before this milestone's date.");

  private static final Map<ClauseKind, Shape> SHAPES = shapes();

  private ClauseShapes() {}

  /** The shape of a clause of that kind. */
  public static Shape of(ClauseKind kind) {
    return java.util.Objects.requireNonNull(SHAPES.get(kind));
  }

  /** A whole clause of any kind. */
  public static Type anyClause() {
    Map<String, Shape> byWord = new LinkedHashMap<>();
    SHAPES.forEach((kind, shape) -> byWord.put(kind.slug(), shape));
    return new Type.Chosen("kind", byWord);
  }

  /** A merge patch of a clause of any kind. */
  public static Type anyPatch() {
    return new Type.Patch(List.copyOf(SHAPES.values()));
  }

  /** The attributes that a clause of the kind needs. */
  static List<String> needs(ClauseKind kind) {
    return switch (kind) {
      case REVENUE_SHARE -> List.of("payer", "payee", "base");
      case FIXED_PAYMENT -> List.of("payer", "payee", "amount");
      case LICENCE -> List.of("licensor", "licensee", "subject");
      case DESIGNATION -> List.of("by", "of", "role");
      case FIRST_SHIP -> List.of("obligor", "provider", "venue");
      case PERMISSION -> List.of("holder", "act");
      case RESTRICTION -> List.of("obligor", "act");
      case SHAREHOLDING -> List.of("holder", "issuer");
      case PURCHASE_COMMITMENT -> List.of("buyer", "seller", "amount", "stream");
      case DUTY -> List.of("obligor", "obligee", "act");
    };
  }

  /** The attributes that name a party. */
  static List<String> parties(ClauseKind kind) {
    return switch (kind) {
      case REVENUE_SHARE, FIXED_PAYMENT -> List.of("payer", "payee");
      case LICENCE -> List.of("licensor", "licensee");
      case DESIGNATION -> List.of("by", "of");
      case FIRST_SHIP -> List.of("obligor", "provider");
      case PERMISSION -> List.of("holder");
      case RESTRICTION -> List.of("obligor");
      case SHAREHOLDING -> List.of("holder", "issuer");
      case PURCHASE_COMMITMENT -> List.of("buyer", "seller");
      case DUTY -> List.of("obligor", "obligee");
    };
  }

  private static String[] kinds() {
    return java.util.Arrays.stream(ClauseKind.values()).map(ClauseKind::slug).toArray(String[]::new);
  }

  private static Map<ClauseKind, Shape> shapes() {
    Map<ClauseKind, Shape> shapes = new LinkedHashMap<>();
    for (ClauseKind kind : ClauseKind.values()) {
      shapes.put(kind, new Shape(nameOf(kind), HEAD.and(attributes(kind)).fields()));
    }
    return shapes;
  }

  private static String nameOf(ClauseKind kind) {
    StringBuilder name = new StringBuilder();
    for (String word : kind.slug().split("-", -1)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return name.append("Clause").toString();
  }

  private static Shape attributes(ClauseKind kind) {
    Shape none = Shape.of("");
    return switch (kind) {
      case REVENUE_SHARE -> revenueShare();
      case FIXED_PAYMENT -> fixedPayment();
      case LICENCE ->
        none.optional("licensor", SLUG, "The party that grants.")
            .optional("licensee", SLUG, "The party that may use.")
            .optional("subject", TEXT, "What may be used.")
            .optional("exclusive", YES_NO, "Whether nobody else may; the terms do not say unless said.");
      case DESIGNATION ->
        none.optional("by", SLUG, "The party that names.")
            .optional("of", SLUG, "The party that is named.")
            .optional("role", TEXT, "For what.");
      case FIRST_SHIP ->
        none.optional("obligor", SLUG, "The party whose products are meant.")
            .optional("provider", SLUG, "The party whose venue comes first.")
            .optional("venue", TEXT, "Where products ship first.")
            .optional(
                "exception",
                object(
                    Shape.of("ShipException")
                        .optional("requires", EnumWords.oneOf(Clause.ShipException.Requires.values()),
                            "How many of the grounds it takes; unstated unless said.")
                        .optional(
                            "of",
                            listOf(EnumWords.oneOf(Clause.ShipException.Ground.values()), 1),
                            "The grounds; both unless said.")),
                "When a launch elsewhere is excused; never unless said.");
      case PERMISSION ->
        none.optional("holder", SLUG, "The party that may.").optional("act", TEXT, "What it may do.");
      case RESTRICTION ->
        none.optional("obligor", SLUG, "The party that must not.").optional("act", TEXT, "What it must not do.");
      case SHAREHOLDING ->
        none.optional("holder", SLUG, "The party that owns.")
            .optional("issuer", SLUG, "The party that is owned.")
            .optional("stake", RATE, "How much of it, as a fraction: 27 % is \"0.27\".");
      case PURCHASE_COMMITMENT ->
        none.optional("buyer", SLUG, "The party that buys.")
            .optional("seller", SLUG, "The party that sells.")
            .optional("amount", AMOUNT, "For how much in all.")
            .optional("stream", SLUG, "The stream whose reports are the progress.");
      case DUTY ->
        none.optional("obligor", SLUG, "The party that must.")
            .optional("obligee", SLUG, "The party to whom it is owed.")
            .optional("act", TEXT, "What it must do.")
            .optional("period", PERIOD, "How often, when it recurs.")
            .optional("year", YEAR,
                "Whose years the periods are parts of, when it recurs; the agreement's unless said.")
            .optional("due", either(DATE, DUE_RULE), "The day; of a recurring duty, the rule.");
    };
  }

  private static Shape fixedPayment() {
    return Shape.of("")
        .optional("payer", SLUG, "The party that owes.")
        .optional("payee", SLUG, "The party to whom it is owed.")
        .optional("amount", AMOUNT, "The sum; of a fee for each period, that of one period.")
        .optional("on", DATE, "The day on which it accrues; or onMilestone, or period.")
        .optional("onMilestone", SLUG, "The milestone on whose date it accrues, instead of a day.")
        .optional("period", PERIOD,
            "The periods for each of which it is owed, on the first day in force of each, instead of a day.")
        .optional("year", YEAR, "Whose years the periods are parts of; the agreement's unless said.")
        .optional("due", DUE_RULE, "When it is due, counted from the day on which it accrues; never unless said.")
        .optional("lateInterest", LATE_INTEREST, "Interest on overdue principal.")
        .optional("allocation", EnumWords.oneOf(Clause.AllocationOrder.values()),
            "What a payment settles first; interest unless said.");
  }

  private static Shape minimum() {
    return Shape.of("Minimum")
        .required("amount", AMOUNT, "The least share.")
        .optional("per", EnumWords.oneOf(Clause.Minimum.Per.values()), "For what time; a calendar year unless said.")
        .optional("prorate", YES_NO, "Whether a part of the time takes a part of it; no unless said.")
        .optional("countsTowardCap", YES_NO, "Whether a cap limits it; yes unless said.")
        .optional("recoupable", YES_NO, "Whether later periods pay it back; no unless said.");
  }

  private static Shape revenueShare() {
    return Shape.of("")
        .optional("payer", SLUG, "The party that owes.")
        .optional("payee", SLUG, "The party to whom it is owed.")
        .optional(
            "base",
            either(
                SLUG,
                object(
                    Shape.of("Base")
                        .required("streams", listOf(SLUG, 1), "Streams that are added.")
                        .optional("deduct", listOf(SLUG, 0), "Streams that are subtracted.")
                        .optional(
                            "deductAtMost", RATE,
                            "The part of what the streams of a period add up to that is subtracted at most; all unless said."))),
            "The stream, or streams, that the share is computed on.")
        .optional("rate", SHARE_RATE, "The share as a fraction, or unstated when not disclosed.")
        .optional("rates", listOf(RATE_FROM, 1), "Rates that begin one after another, instead of one rate.")
        .optional("tiers", TIERS, "Rates that depend on the amount reached, instead of one rate.")
        .optional("period", PERIOD, "How long a period is; a quarter unless said.")
        .optional("year", YEAR, "Whose years the periods are parts of; the agreement's unless said.")
        .optional("due", DUE_RULE, "When a period's share is due; never unless said.")
        .optional("reportDue", DUE_RULE, "When the report of a period is due; when the share is, unless said.")
        .optional("cap", CAP, "A limit on what accrues.")
        .optional("caps", listOf(CAP, 1), "Several limits.")
        .optional("minimum", object(minimum()), "A guaranteed share.")
        .optional(
            "minimums",
            listOf(
                object(
                    new Shape("MinimumFrom", minimum().fields())
                        .optional("from", DATE, "The first day for which it is guaranteed.")
                        .optional("through", DATE, "The last day for which it is guaranteed.")),
                1),
            "Several guaranteed shares.")
        .optional("negative", oneOf("carry", "floor"),
            "Whether a period below zero reduces the share or counts as zero; carry unless said.")
        .optional(
            "rounding",
            object(
                Shape.of("Rounding")
                    .optional("mode", oneOf("half-up", "half-even"), "Which way a half goes; half-up unless said.")
                    .optional("at", oneOf("line", "period"), "What is rounded; each line unless said.")),
            "How shares become money.")
        .optional("lateInterest", LATE_INTEREST, "Interest on overdue principal.")
        .optional("allocation", EnumWords.oneOf(Clause.AllocationOrder.values()),
            "What a payment settles first; interest unless said.");
  }
}
