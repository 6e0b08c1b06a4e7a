package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.ANYTHING;
import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.mapOf;
import static io.contract.ledger.value.Type.nullable;
import static io.contract.ledger.value.Type.object;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.money.Currency;
import io.contract.ledger.terms.ConformedCopy;
import io.contract.ledger.terms.Revision;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.util.Optional;

/** The revisions of a clause as shown, attribute by attribute (domain page, sections 2 and 4). */
public final class RevisionAnswer {

  private static final Shape DAYS =
      Shape.of("Days")
          .required("from", DATE, "The first day.")
          .required("through", nullable(DATE), "The last day; null while none is known.");

  /** One row. */
  public static final Shape ROW =
      Shape.of("Revision")
          .required("amendment", AnswerHead.AMENDMENT_NUMBER, "The amendment that made it; 0 is the agreement itself.")
          .required("sequence", AnswerHead.SEQUENCE, "The number of that amendment's event.")
          .required("title", TEXT, "What the amendment, or the agreement, is called.")
          .required("effectiveOn", DATE, "The day from which it is the clause's revision.")
          .required("through", nullable(DATE), "The last day on which it is; null while no later one is known.")
          .required("inForce", nullable(object(DAYS)),
              "The days on which it governs: less what its own from, through and milestone leave out; null when none is left.")
          .optional("endedBy", AnswerHead.AMENDMENT_NUMBER, "The amendment that ended the clause after it.")
          .required("changes", mapOf(ANYTHING),
              "Each attribute that it changed, {from, to}; null where it was, or is, not there.")
          .required("clause", TermsAnswer.CLAUSE, "The whole clause as it then reads, with who set each attribute.");

  /** The whole answer. */
  public static final Shape SHAPE =
      Lists.shape("Revisions", object(ROW));

  private RevisionAnswer() {}

  /**
   * One row.
   *
   * @param before the clause as it read before; empty for the first revision
   * @param sequence the number of the event that made the revision
   * @param title the title of the amendment, or of the agreement
   */
  public static Value.Tree row(
      Currency currency, Optional<Revision> before, Revision revision, long sequence, String title) {
    Value.Tree clause = shown(currency, revision);
    return new TreeBuilder()
        .put("amendment", revision.amendment())
        .put("sequence", sequence)
        .put("title", title)
        .put("effectiveOn", revision.effectiveOn())
        .put("through", last(revision.until()))
        .put("inForce", revision.inForce().<Value>map(RevisionAnswer::days).orElse(Value.NULL))
        .put("endedBy", revision.endedBy().<Value>map(Value::number).orElse(null))
        .put("changes",
            Difference.ofFields(
                before.map(earlier -> attributes(shown(currency, earlier))), Optional.of(attributes(clause))))
        .put("clause", clause)
        .build();
  }

  private static Value.Tree shown(Currency currency, Revision revision) {
    return TermsAnswer.clause(
        currency, ConformedCopy.Entry.of(revision, revision.inForce().isPresent(), revision.endedBy()));
  }

  private static Value.Tree attributes(Value.Tree clause) {
    return clause.without("id").without("kind").without("inForce").without("setBy").without("endedBy");
  }

  private static Value.Tree days(DateRange days) {
    return new TreeBuilder().put("from", days.first()).put("through", last(days.last())).build();
  }

  private static Value last(LocalDate day) {
    return day.equals(DateRange.OPEN_END) ? Value.NULL : Value.text(day.toString());
  }
}
