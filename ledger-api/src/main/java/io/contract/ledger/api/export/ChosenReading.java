package io.contract.ledger.api.export;

import io.contract.ledger.api.answer.AnswerHead;
import io.contract.ledger.api.http.Parameters;
import io.contract.ledger.api.http.ProblemException;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.journal.JournalCalculator;
import io.contract.ledger.position.PositionCalculator;
import io.contract.ledger.position.Reading;
import io.contract.ledger.terms.Clause.Cap.Basis;
import io.contract.ledger.terms.Clause.Cap.Counts;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.EnumWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The reading that the caller chooses. The caller has to choose what a clause leaves open, and can choose nothing else. */
final class ChosenReading {

  private static final List<String> BASES = EnumWords.readable(Basis.values());
  private static final List<String> COUNTS = EnumWords.readable(Counts.values());

  private ChosenReading() {}

  /**
   * The chosen reading.
   *
   * @throws ProblemException when a choice is missing that a clause leaves open, or when no clause leaves a choice open
   */
  static Reading of(FactsAsOf facts, @Nullable String basis, @Nullable String counts) {
    Reading chosen =
        new Reading(
            Parameters.word("basis", basis, BASES).flatMap(word -> EnumWords.named(Basis.values(), word)),
            Parameters.word("counts", counts, COUNTS).flatMap(word -> EnumWords.named(Counts.values(), word)));
    require(facts, "basis", chosen.basis(), Reading::basisRead, BASES);
    require(facts, "counts", chosen.counts(), Reading::countsRead, COUNTS);
    return chosen;
  }

  private static void require(
      FactsAsOf facts,
      String parameter,
      Optional<? extends Enum<?>> chosen,
      Function<Reading, Optional<? extends Enum<?>>> value,
      List<String> words) {
    if (chosen.isEmpty()) {
      JournalCalculator.open(facts).stream()
          .filter(open -> open.readings().stream().map(value).distinct().count() > 1)
          .findFirst()
          .ifPresent(open -> {
            throw ProblemException.at(
                parameter,
                Code.MISSING_FIELD,
                "clause '" + open.clause() + "' does not say its " + parameter + "; say it with " + parameter + " (--"
                    + parameter + " on the command line): " + String.join(" or ", words));
          });
    } else if (readings(facts).stream().map(value).noneMatch(chosen::equals)) {
      throw ProblemException.at(
          parameter,
          Code.PARAMETER_NOT_OPEN,
          "no clause leaves " + parameter + " open to be read as " + EnumWords.slug(chosen.get()) + " on "
              + facts.effectiveOn());
    }
  }

  private static List<Reading> readings(FactsAsOf facts) {
    return facts.terms().clauses().stream()
        .flatMap(clause -> PositionCalculator.readings(facts, clause.id()).stream())
        .toList();
  }

  /** The question that a file answers, as a comment in the file. */
  static String asked(AnswerHead asked, Reading reading) {
    return "Agreement " + asked.agreement() + " as of " + asked.effectiveOn() + ", known at " + asked.knownAt()
        + ", through event " + asked.sequence()
        + reading.basis().map(basis -> ", basis " + EnumWords.slug(basis)).orElse("")
        + reading.counts().map(counts -> ", counts " + EnumWords.slug(counts)).orElse("");
  }
}
