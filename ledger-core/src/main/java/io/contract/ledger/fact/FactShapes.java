package io.contract.ledger.fact;

import static io.contract.ledger.value.Type.AMOUNT;
import static io.contract.ledger.value.Type.CURRENCY;
import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.PERIOD_NAME;
import static io.contract.ledger.value.Type.RATE;
import static io.contract.ledger.value.Type.SHA256;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.TIME_ZONE;
import static io.contract.ledger.value.Type.YES_NO;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.object;
import static io.contract.ledger.value.Type.oneOf;

import io.contract.ledger.terms.ClauseShapes;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/** The form of each fact, the same in requests, agreement files and stored events. */
public final class FactShapes {

  private static final Shape BACKING =
      Shape.of("")
          .optional("reference", TEXT, "The bank's or the invoice's own number.")
          .optional(
              "evidence",
              object(
                  Shape.of("Evidence")
                      .optional("uri", TEXT, "Where the document is.")
                      .optional("sha256", SHA256, "The SHA-256 of its bytes.")
                      .optional("note", TEXT, "What it shows and how sure that is.")),
              "A document that shows the fact.");

  private static final Shape AMOUNT_FIELDS =
      Shape.of("")
          .required("amount", AMOUNT, "The amount.")
          .optional("currency", CURRENCY, "Of the amount; the agreement's unless said. Another one takes an fxRate.")
          .optional("fxRate", RATE, "How much of the agreement's currency one unit of another currency counts as.");

  public static final Shape AGREEMENT =
      Shape.of("Agreement")
          .required("id", SLUG, "The agreement's id.")
          .required("title", TEXT, "What it is called.")
          .required("currency", CURRENCY, "The currency of every amount under it.")
          .required("timeZone", TIME_ZONE, "Where its days begin and end.")
          .required("executedOn", DATE, "The last signature.")
          .required("effectiveOn", DATE, "The first day it binds.")
          .required(
              "parties",
              listOf(
                  object(
                      Shape.of("Party")
                          .required("id", SLUG, "The party's id.")
                          .required("name", TEXT, "The legal entity's name.")),
                  2),
              "Who is bound.")
          .required("clauses", listOf(ClauseShapes.anyClause(), 0), "The clauses, whole.")
          .and(BACKING);

  public static final Shape AMENDMENT =
      Shape.of("Amendment")
          .required("number", new Type.Whole(1, 1_000_000), "1, 2, …; the agreement itself is 0.")
          .required("title", TEXT, "What it is called.")
          .required("executedOn", DATE, "The last signature.")
          .required("effectiveOn", DATE, "The day from which it binds.")
          .required("changes", listOf(new Type.Keyed(changes()), 1), "What it does, in order.")
          .and(BACKING);

  public static final Shape REVENUE =
      Shape.of("RevenueReport")
          .required("id", SLUG, "Unique among reports and restatements.")
          .required("stream", SLUG, "The stream of revenue.")
          .required("from", DATE, "The first day of the span.")
          .required("through", DATE, "The last day of the span.")
          .and(AMOUNT_FIELDS)
          .and(BACKING);

  public static final Shape RESTATEMENT =
      Shape.of("Restatement")
          .required("id", SLUG, "Unique among reports and restatements.")
          .required("restates", SLUG, "The report that gets a new amount.")
          .and(AMOUNT_FIELDS)
          .and(BACKING);

  public static final Shape PAYMENT =
      Shape.of("Payment")
          .required("id", SLUG, "Unique among payments.")
          .required("clause", SLUG, "The revenue-share clause it is paid on.")
          .required("payer", SLUG, "The party that paid.")
          .required("payee", SLUG, "The party that was paid.")
          .and(AMOUNT_FIELDS)
          .optional("withheld", AMOUNT, "Tax withheld for the payee, which settles too; zero unless said.")
          .required("valueOn", DATE, "The day the money counts from.")
          .and(BACKING);

  public static final Shape REVERSAL =
      Shape.of("Reversal")
          .required("payment", SLUG, "The payment that came back.")
          .required("on", DATE, "From which day it is as if never made.")
          .required("reason", TEXT, "Why.")
          .and(BACKING);

  public static final Shape WAIVER =
      Shape.of("Waiver")
          .optional("id", SLUG, "Unique among waivers.")
          .required("clause", SLUG, "The revenue share or duty.")
          .optional("period", PERIOD_NAME, "The period; from the oldest due date on unless said.")
          .optional("amount", AMOUNT, "How much of a revenue share; none of a duty.")
          .optional("currency", CURRENCY, "Must be the agreement's; the agreement's unless said.")
          .required("on", DATE, "The day it is given up.")
          .required("by", SLUG, "The party to whom it is owed.")
          .and(BACKING);

  public static final Shape DISCHARGE =
      Shape.of("Discharge")
          .optional("id", SLUG, "Unique among discharges.")
          .required("clause", SLUG, "The duty.")
          .optional("period", PERIOD_NAME, "The period of a recurring duty.")
          .required("on", DATE, "The day it was done.")
          .optional("by", SLUG, "The party that did it.")
          .and(BACKING);

  public static final Shape MILESTONE =
      Shape.of("Milestone")
          .required("id", SLUG, "The milestone that clauses name.")
          .required("on", DATE, "The day it came about.")
          .optional("by", TEXT, "Who attested it.")
          .and(BACKING);

  public static final Shape LAUNCH =
      Shape.of("Launch")
          .optional("id", SLUG, "Unique among launches.")
          .required("product", TEXT, "What came out.")
          .required("venue", TEXT, "Where.")
          .required("on", DATE, "When.")
          .and(BACKING);

  public static final Shape SUPPORT_DECLINE =
      Shape.of("SupportDecline")
          .optional("id", SLUG, "Unique among declines.")
          .required("product", TEXT, "What will not be supported.")
          .required("provider", SLUG, "The party that declines.")
          .optional("cannotSupport", YES_NO, "Whether it is unable to.")
          .optional("choosesNotToSupport", YES_NO, "Whether it is unwilling to.")
          .required("on", DATE, "When it said so.")
          .and(BACKING);

  public static final Shape WITHDRAWAL =
      Shape.of("Withdrawal")
          .required("sequence", new Type.Whole(0, Long.MAX_VALUE), "The number of the event that is taken back.")
          .required("reason", TEXT, "Why.")
          .and(BACKING);

  public static final Shape STATEMENT =
      Shape.of("StatementIssue")
          .required("clause", SLUG, "The revenue-share clause.")
          .required("period", PERIOD_NAME, "The period that is stated.")
          .required("issuedOn", DATE, "The day as of which it is stated.")
          .and(BACKING);

  public static final Shape READING =
      Shape.of("SettledReading")
          .optional("id", SLUG, "Unique among readings.")
          .required("clause", SLUG, "The clause that leaves something open.")
          .required("parameter", oneOf("basis", "counts", "requires"), "What it leaves open.")
          .required(
              "value",
              oneOf("accrued", "paid", "since-inception", "since-effective", "all", "any"),
              "How it is to be read: a basis, from when it counts, or how many grounds it requires.")
          .required("from", DATE, "From answers about which day on.")
          .required("by", TEXT, "Who settled it.")
          .and(BACKING);

  public static final Shape BROUGHT_FORWARD =
      Shape.of("BroughtForward")
          .optional("id", SLUG, "Unique among balances brought forward.")
          .required("clause", SLUG, "The revenue-share clause.")
          .required("on", DATE, "The day by which it had accrued and been settled.")
          .required("accrued", AMOUNT, "What had accrued.")
          .required("settled", AMOUNT, "What had been settled, zero or above.")
          .optional("currency", CURRENCY, "Must be the agreement's; the agreement's unless said.")
          .and(BACKING);

  private FactShapes() {}

  /** The shape of the event's fact. */
  public static Shape of(AgreementEvent event) {
    return switch (event) {
      case AgreementEvent.AgreementExecuted ignored -> AGREEMENT;
      case AgreementEvent.AmendmentExecuted ignored -> AMENDMENT;
      case AgreementEvent.RevenueReported ignored -> REVENUE;
      case AgreementEvent.RevenueRestated ignored -> RESTATEMENT;
      case AgreementEvent.PaymentRecorded ignored -> PAYMENT;
      case AgreementEvent.PaymentReversed ignored -> REVERSAL;
      case AgreementEvent.ObligationWaived ignored -> WAIVER;
      case AgreementEvent.DutyDischarged ignored -> DISCHARGE;
      case AgreementEvent.MilestoneAttested ignored -> MILESTONE;
      case AgreementEvent.ProductLaunched ignored -> LAUNCH;
      case AgreementEvent.SupportDeclined ignored -> SUPPORT_DECLINE;
      case AgreementEvent.StatementIssued ignored -> STATEMENT;
      case AgreementEvent.ReadingSettled ignored -> READING;
      case AgreementEvent.BalanceBroughtForward ignored -> BROUGHT_FORWARD;
      case AgreementEvent.FactWithdrawn ignored -> WITHDRAWAL;
    };
  }

  private static Map<String, Type> changes() {
    Map<String, Type> changes = new LinkedHashMap<>();
    changes.put("add", ClauseShapes.anyClause());
    changes.put(
        "revise",
        object(
            Shape.of("Revise")
                .required("clause", SLUG, "The clause to change.")
                .required("set", ClauseShapes.anyPatch(), "A JSON Merge Patch of it; null removes.")));
    changes.put("replace", ClauseShapes.anyClause());
    changes.put(
        "end", object(Shape.of("End").required("clause", SLUG, "The clause that ends.")));
    return changes;
  }
}
