package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.CURRENCY;
import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.TIME_ZONE;
import static io.contract.ledger.value.Type.YES_NO;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.mapOf;
import static io.contract.ledger.value.Type.object;

import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.money.Currency;
import io.contract.ledger.terms.ClauseKind;
import io.contract.ledger.terms.ClauseShapes;
import io.contract.ledger.terms.ConformedCopy;
import io.contract.ledger.terms.ExecutedAgreement;
import io.contract.ledger.terms.TermsTimeline;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The conformed copy as shown: every clause whole, with the amendment that set each attribute (domain page, section 4). */
public final class TermsAnswer {

  /** What is shown of a clause besides its attributes. */
  public static final Shape PROVENANCE =
      Shape.of("")
          .required("inForce", YES_NO, "Whether the clause is in force on the day.")
          .required(
              "setBy",
              mapOf(AnswerHead.AMENDMENT_NUMBER),
              "For each attribute the number of the amendment that set it; 0 is the agreement itself.")
          .optional("endedBy", AnswerHead.AMENDMENT_NUMBER, "The amendment that ended the clause, when one did.");

  /** A clause of any kind with its provenance. */
  public static final Type CLAUSE = new Type.Chosen("kind", clauses());

  private static final Type PARTIES =
      listOf(
          object(
              Shape.of("Party")
                  .required("id", SLUG, "The party's id.")
                  .required("name", TEXT, "The legal entity's name.")),
          2);

  /** What is shown of the agreement as a whole. */
  public static final Shape HEADER =
      Shape.of("Header")
          .required("title", TEXT, "What the agreement is called.")
          .required("currency", CURRENCY, "The currency of every amount under it.")
          .required("timeZone", TIME_ZONE, "Where its days begin and end.")
          .required("executedOn", DATE, "The last signature.")
          .required("effectiveOn", DATE, "The first day it binds.")
          .optional(
              "fiscalYearEnds", new Type.Whole(1, 12),
              "The month in which its fiscal year ends; absent where its periods are those of the calendar.")
          .required("parties", PARTIES, "Who is bound.");

  /** The whole answer. */
  public static final Shape SHAPE =
      AnswerHead.shape("ConformedCopy")
          .required("header", object(HEADER), "What is said of the agreement as a whole.")
          .required("clauses", listOf(CLAUSE, 0), "The clauses in force on the day.")
          .required("notInForce", listOf(CLAUSE, 0), "Clauses that have ended or are yet to come.");

  /** One row of the list of agreements. */
  public static final Shape LISTED =
      new Shape("ListedAgreement", Shape.of("").required("id", SLUG, "The agreement's id.").and(HEADER).fields())
          .required("sequence", AnswerHead.SEQUENCE, "The number of its last event.");

  /** The list of agreements. */
  public static final Shape LIST = Lists.acrossShape("Agreements", Lists.orProblem(LISTED));

  private TermsAnswer() {}

  /** The whole answer. */
  public static Value.Tree write(AnswerHead asked, FactsAsOf facts) {
    TermsTimeline terms = facts.terms();
    Currency currency = terms.agreement().currency();
    ConformedCopy copy = ConformedCopy.on(terms, facts.effectiveOn());
    return asked
        .begin()
        .put("header", header(new TreeBuilder(), terms))
        .put("clauses", copy.clauses().stream().map(entry -> clause(currency, entry)).toList())
        .put("notInForce", copy.notInForce().stream().map(entry -> clause(currency, entry)).toList())
        .build();
  }

  /** One clause; amounts are shown in the decimals of the agreement's currency. */
  public static Value.Tree clause(Currency currency, ConformedCopy.Entry entry) {
    Map<String, Value> setBy = new LinkedHashMap<>();
    entry.setBy().forEach((attribute, amendment) -> setBy.put(attribute, Value.number(amendment)));
    Value.Tree shown =
        entry
            .attributes()
            .with("inForce", Value.bool(entry.inForce()))
            .with("setBy", new Value.Tree(setBy));
    Value.Tree whole = entry.endedBy().map(by -> shown.with("endedBy", Value.number(by))).orElse(shown);
    return Amounts.in(currency, whole, CLAUSE);
  }

  /** One row of the list of agreements. */
  public static Value.Tree listed(TermsTimeline terms, long sequence) {
    return header(new TreeBuilder().put("id", terms.agreement().id()), terms).with("sequence", Value.number(sequence));
  }

  private static Value.Tree header(TreeBuilder begun, TermsTimeline terms) {
    ExecutedAgreement agreement = terms.agreement();
    List<Value.Tree> parties =
        terms.parties().stream()
            .map(party -> new TreeBuilder().put("id", party.id()).put("name", party.name()).build())
            .toList();
    return begun
        .put("title", agreement.title())
        .put("currency", agreement.currency().code())
        .put("timeZone", agreement.timeZone().getId())
        .put("executedOn", agreement.executedOn())
        .put("effectiveOn", agreement.effectiveOn())
        .put("fiscalYearEnds", agreement.years().written())
        .put("parties", parties)
        .build();
  }

  private static Map<String, Shape> clauses() {
    Map<String, Shape> clauses = new LinkedHashMap<>();
    for (ClauseKind kind : ClauseKind.values()) {
      Shape clause = ClauseShapes.of(kind);
      clauses.put(kind.slug(), new Shape("Shown" + clause.name(), clause.and(PROVENANCE).fields()));
    }
    return clauses;
  }
}
