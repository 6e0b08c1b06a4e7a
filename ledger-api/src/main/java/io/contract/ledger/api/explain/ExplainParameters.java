package io.contract.ledger.api.explain;

import io.contract.ledger.api.http.BookParameters;
import io.contract.ledger.api.http.Parameters;
import io.contract.ledger.api.http.QueryParameters;
import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.explain.Explained;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.Id;
import io.contract.ledger.terms.Clause.Cap.Basis;
import io.contract.ledger.terms.Clause.Cap.Counts;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.ClauseKind;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.EnumWords;
import io.contract.ledger.why.FigureRef;
import io.contract.ledger.why.Why;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The figure to explain: the parameters of the address, by their names. */
record ExplainParameters(
    @Nullable String figure,
    @Nullable String clause,
    @Nullable String period,
    @Nullable String cap,
    @Nullable String basis,
    @Nullable String counts,
    @Nullable String payer,
    @Nullable String payee,
    @Nullable String statement,
    @Nullable String ref)
    implements QueryParameters {

  private static final int MOST = 1_000_000;

  /**
   * The explanation of the figure by those facts, or what is wrong with the question.
   *
   * @throws io.contract.ledger.api.http.ProblemException when a parameter does not have its form
   */
  Explained explained(FactsAsOf facts) {
    return ref == null ? ofShare(facts) : ofObligation(facts, ref);
  }

  private Explained ofObligation(FactsAsOf facts, String named) {
    if (clause != null || period != null || cap != null || basis != null || counts != null || statement != null
        || payer != null || payee != null) {
      return Explained.not(
          "ref", Code.INVALID_VALUE,
          "ref names an obligation; leave out clause, period, cap, basis, counts, payer, payee and statement");
    }
    return figure == null
        ? missing(Why.figuresOfObligation())
        : Why.ofObligation(facts, named, figure);
  }

  private static Explained missing(List<String> figures) {
    return Explained.not("figure", Code.MISSING_FIELD, "say which figure: " + String.join(", ", figures));
  }

  private Explained ofShare(FactsAsOf facts) {
    Optional<Integer> ofCap = number("cap", cap);
    Optional<Integer> ofStatement = number("statement", statement);
    Optional<Basis> ofBasis = word("basis", basis, Basis.values());
    Optional<Counts> ofCounts = word("counts", counts, Counts.values());
    List<ClauseHistory> shares = shares(facts);
    if (clause == null && shares.size() != 1) {
      return Explained.not(
          "clause", Code.MISSING_FIELD,
          shares.isEmpty() ? "there is no revenue share or fixed payment"
              : "say which clause: " + Id.joined(ids(shares)));
    }
    ClauseId of = clause == null ? shares.getFirst().id() : new ClauseId(clause);
    if (shares.stream().noneMatch(share -> share.id().equals(of))) {
      return noShare(facts, of, shares);
    }
    if (figure == null) {
      return missing(statement == null ? FigureRef.figures(period != null) : Why.figuresOfStatement());
    }
    FigureRef question = new FigureRef(figure, Optional.ofNullable(period), ofCap, ofBasis, ofCounts,
        BookParameters.choice(facts, payer, payee));
    if (ofStatement.isPresent()) {
      return Why.ofStatement(facts, of, ofStatement.get(), question);
    }
    return figure.equals(Why.PENDING_ADJUSTMENT)
        ? Why.ofPendingAdjustment(facts, of, question)
        : Why.ofShare(facts, of, question);
  }

  /** The clauses under which money accrues, that bind on any day. One that binds only later is known, though there is nothing to explain yet. */
  private static List<ClauseHistory> shares(FactsAsOf facts) {
    return ever(facts).stream().filter(history -> kind(history).isPayable()).toList();
  }

  private static List<ClauseHistory> ever(FactsAsOf facts) {
    return FactsAsOf.of(facts.known(), DateRange.OPEN_END).terms().clauses();
  }

  private static ClauseKind kind(ClauseHistory history) {
    return history.revisions().getFirst().clause().head().kind();
  }

  private static Explained noShare(FactsAsOf facts, ClauseId id, List<ClauseHistory> shares) {
    Optional<ClauseHistory> other = ever(facts).stream().filter(history -> history.id().equals(id)).findFirst();
    return other
        .map(
            history -> Explained.not(
                "clause", Code.WRONG_CLAUSE_KIND,
                "clause '" + id + "' is a " + kind(history).slug()
                    + ", not a revenue-share or fixed-payment; name the row of its obligation with ref"))
        .orElseGet(
            () -> Explained.not(
                "clause", Code.UNKNOWN_CLAUSE,
                "there is no clause '" + id + "'; revenue shares and fixed payments are " + Id.joined(ids(shares))));
  }

  private static List<ClauseId> ids(List<ClauseHistory> shares) {
    return shares.stream().map(ClauseHistory::id).toList();
  }

  private static Optional<Integer> number(String name, @Nullable String text) {
    return Optional.ofNullable(text).map(given -> (int) Parameters.whole(name, given, 0, MOST));
  }

  private static <E extends Enum<E>> Optional<E> word(String name, @Nullable String text, E[] values) {
    return Parameters.word(name, text, EnumWords.readable(values)).flatMap(given -> EnumWords.named(values, given));
  }
}
