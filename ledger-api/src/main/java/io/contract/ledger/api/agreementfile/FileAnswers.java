package io.contract.ledger.api.agreementfile;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.agreement.RefusedException;
import io.contract.ledger.api.answer.ForecastAnswer;
import io.contract.ledger.api.answer.LaunchAnswer;
import io.contract.ledger.api.answer.ObligationAnswer;
import io.contract.ledger.api.answer.PositionAnswer;
import io.contract.ledger.api.answer.StatementAnswer;
import io.contract.ledger.api.answer.TermsAnswer;
import io.contract.ledger.budget.Budget;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.obligation.LaunchAssessment;
import io.contract.ledger.obligation.ObligationCalculator;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.scenario.ForecastRefusedException;
import io.contract.ledger.scenario.Forecaster;
import io.contract.ledger.scenario.ScenarioShapes;
import io.contract.ledger.scenario.Supposed;
import io.contract.ledger.statement.StatementCalculator;
import io.contract.ledger.terms.BookChoice;
import io.contract.ledger.terms.ConformedCopy;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows that expectations refer to, as the interface would answer them. On the command line each question is computed
 * once, and in a request again only if another came in between. */
final class FileAnswers {

  private final Agreement agreement;
  // A list is enough: there are few entries, and linking the hash of a record takes long in a short run.
  private final List<Asked> asked = new ArrayList<>();

  FileAnswers(Agreement agreement) {
    this.agreement = agreement;
  }

  /**
   * The answers at one point on the two axes of time. Without an instant everything is known.
   *
   * @param with supposed facts in addition, each under its key
   */
  synchronized Asked about(LocalDate effectiveOn, Optional<Instant> knownAt, List<Value> with) {
    for (Asked before : asked) {
      if (before.effectiveOn.equals(effectiveOn) && before.knownAt.equals(knownAt) && before.with.equals(with)) {
        return before;
      }
    }
    if (Budget.isSet()) {
      // A request may have any number of questions, and memory has an end: only the last is kept, for those who ask it many times.
      asked.clear();
    }
    asked.add(asked(effectiveOn, knownAt, with));
    return asked.getLast();
  }

  private Asked asked(LocalDate effectiveOn, Optional<Instant> knownAt, List<Value> with) {
    return new Asked(effectiveOn, knownAt, with, knownAt.map(agreement::knownAt).orElse(agreement.facts()));
  }

  /** What is asked of a clause. */
  private record OfClause(Expectation.Kind kind, ClauseId clause, BookChoice book) {}

  /** The answers at one point on the two axes of time. Several threads may ask at once. */
  static final class Asked {

    private final LocalDate effectiveOn;
    private final Optional<Instant> knownAt;
    private final List<Value> with;
    private final KnownFacts known;
    private final Map<Expectation.Kind, List<Value.Tree>> rows = new EnumMap<>(Expectation.Kind.class);
    private final Map<ClauseId, List<Position>> positions = new HashMap<>();
    private final Map<OfClause, List<Value.Tree>> ofClauses = new HashMap<>();
    private @Nullable FactsAsOf facts;
    private @Nullable OfClause last;

    private Asked(LocalDate effectiveOn, Optional<Instant> knownAt, List<Value> with, KnownFacts known) {
      this.effectiveOn = effectiveOn;
      this.knownAt = knownAt;
      this.with = with;
      this.known = known;
    }

    /**
     * The rows of that kind; none when the agreement was not known at the instant.
     *
     * @throws RefusedException when a supposed fact would be refused
     * @throws ForecastRefusedException when the assumptions of a forecast are refused
     */
    synchronized List<Value.Tree> rows(Expectation.Kind kind, Value.Tree expected) {
      if (known.agreement().isEmpty()) {
        return List.of();
      }
      ClauseId clause =
          new ClauseId(expected.get("clause").orElse(Value.NULL) instanceof Value.Text text ? text.text() : "");
      BookChoice choice = BookChoice.read(new Fields(expected));
      OfClause now = new OfClause(kind, clause, choice);
      if (Budget.isSet() && !now.equals(last)) {
        rows.clear();
        positions.clear();
        ofClauses.clear();
      }
      last = now;
      return switch (kind) {
        case POSITION -> ofClauses.computeIfAbsent(now, any -> positionRow(clause, choice));
        case STATEMENT -> ofClauses.computeIfAbsent(now, any -> statements(facts(), clause));
        case PERIOD -> ofClauses.computeIfAbsent(now, any -> periods(clause, choice));
        case CLAUSE, OBLIGATION, LAUNCH -> rows.computeIfAbsent(kind, any -> FileAnswers.rows(kind, facts()));
        case FORECAST ->
          List.of(
              ForecastAnswer.write(
                  Forecaster.forecast(facts().known(), effectiveOn, ScenarioShapes.forecast(new Fields(expected)))));
        case REFUSED -> throw new IllegalArgumentException("a refusal is no row");
      };
    }

    private FactsAsOf facts() {
      FactsAsOf computed = facts == null ? FactsAsOf.of(supposed(known, with), effectiveOn) : facts;
      facts = computed;
      return computed;
    }

    private List<Value.Tree> positionRow(ClauseId clause, BookChoice choice) {
      return positions(clause, choice)
          .limit(1)
          .map(one -> PositionAnswer.position(one, new StatementCalculator().pending(facts(), clause, one.book())))
          .toList();
    }

    /** The periods, each of the first book that has it. */
    private List<Value.Tree> periods(ClauseId clause, BookChoice choice) {
      Map<String, Value.Tree> periods = new LinkedHashMap<>();
      positions(clause, choice).forEach(
          position -> position.periods().forEach(
              row -> periods.putIfAbsent(
                  row.period(),
                  PositionAnswer.period(row).with("clause", Value.text(clause))
                      .with("payer", Value.text(position.book().payer()))
                      .with("payee", Value.text(position.book().payee())))));
      return List.copyOf(periods.values());
    }

    private Stream<Position> positions(ClauseId clause, BookChoice choice) {
      return positions.computeIfAbsent(clause, any -> PositionCalculator.positions(facts(), clause)).stream()
          .filter(position -> choice.accepts(position.book()));
    }
  }

  private static List<Value.Tree> statements(FactsAsOf facts, ClauseId clause) {
    return new StatementCalculator().statements(facts, clause).stream().map(StatementAnswer::statement).toList();
  }

  /** The known facts together with the supposed ones. */
  static KnownFacts supposed(KnownFacts known, List<Value> with) {
    return with.isEmpty() ? known : Supposed.of(known, ScenarioShapes.facts(with)).facts();
  }

  private static List<Value.Tree> rows(Expectation.Kind kind, FactsAsOf facts) {
    return switch (kind) {
      case CLAUSE -> clauses(facts);
      case OBLIGATION -> ObligationCalculator.obligations(facts).stream().map(ObligationAnswer::row).toList();
      case LAUNCH -> LaunchAssessment.judge(facts).stream().map(LaunchAnswer::row).toList();
      case POSITION, PERIOD, STATEMENT, FORECAST, REFUSED ->
        throw new IllegalArgumentException(kind + " is answered elsewhere");
    };
  }

  private static List<Value.Tree> clauses(FactsAsOf facts) {
    ConformedCopy copy = ConformedCopy.on(facts.terms(), facts.effectiveOn());
    return Stream.concat(copy.clauses().stream(), copy.notInForce().stream())
        .map(entry -> TermsAnswer.clause(facts.agreement().currency(), entry))
        .toList();
  }
}
