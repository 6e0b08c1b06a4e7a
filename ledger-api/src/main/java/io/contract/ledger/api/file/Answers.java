package io.contract.ledger.api.file;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.api.answer.LaunchAnswer;
import io.contract.ledger.api.answer.ObligationAnswer;
import io.contract.ledger.api.answer.PositionAnswer;
import io.contract.ledger.api.answer.TermsAnswer;
import io.contract.ledger.fact.FactsAsOf;
import io.contract.ledger.fact.KnownFacts;
import io.contract.ledger.obligation.LaunchAssessment;
import io.contract.ledger.obligation.ObligationCalculator;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.terms.ConformedCopy;
import io.contract.ledger.value.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows that an expectation may mean, as the interface would answer them. Each question is asked once. */
final class Answers {

  private final Agreement agreement;
  private final Map<Question, Optional<FactsAsOf>> facts = new HashMap<>();
  private final Map<Asked, List<Value.Tree>> rows = new HashMap<>();

  /** A point on the two axes of time; everything is known when no instant is given. */
  record Question(LocalDate effectiveOn, Optional<Instant> knownAt) {}

  private record Asked(Expectation.Kind kind, Question question, String clause) {}

  Answers(Agreement agreement) {
    this.agreement = agreement;
  }

  /** The rows of that kind; none when the agreement itself was not known then. */
  List<Value.Tree> rows(Expectation.Kind kind, Question question, Value.Tree expected) {
    String clause = expected.get("clause").orElse(Value.NULL) instanceof Value.Text text ? text.text() : "";
    Asked asked = new Asked(kind, question, clause);
    List<Value.Tree> known = rows.get(asked);
    if (known == null) {
      known = facts(question).map(asOf -> rows(kind, asOf, clause)).orElse(List.of());
      rows.put(asked, known);
    }
    return known;
  }

  private Optional<FactsAsOf> facts(Question question) {
    return facts.computeIfAbsent(
        question,
        asked -> {
          KnownFacts known = asked.knownAt().map(agreement::knownAt).orElse(agreement.facts());
          return known.agreement().map(ignored -> FactsAsOf.of(known, asked.effectiveOn()));
        });
  }

  private static List<Value.Tree> rows(Expectation.Kind kind, FactsAsOf facts, String clause) {
    return switch (kind) {
      case POSITION -> position(facts, clause).map(PositionAnswer::position).toList();
      case PERIOD ->
        position(facts, clause)
            .flatMap(position -> position.periods().stream())
            .map(period -> PositionAnswer.period(period).with("clause", Value.text(clause)))
            .toList();
      case CLAUSE -> clauses(facts);
      case OBLIGATION -> ObligationCalculator.obligations(facts).stream().map(ObligationAnswer::row).toList();
      case LAUNCH -> LaunchAssessment.judge(facts).stream().map(LaunchAnswer::row).toList();
      case REFUSED -> throw new IllegalArgumentException("a refusal is no row");
    };
  }

  private static Stream<Position> position(FactsAsOf facts, String clause) {
    return facts.terms().clause(clause).stream()
        .flatMap(known -> PositionCalculator.position(facts, known.id()).stream());
  }

  private static List<Value.Tree> clauses(FactsAsOf facts) {
    ConformedCopy copy = ConformedCopy.on(facts.terms(), facts.effectiveOn());
    return Stream.concat(copy.clauses().stream(), copy.notInForce().stream())
        .map(entry -> TermsAnswer.clause(facts.agreement().currency(), entry))
        .toList();
  }
}
