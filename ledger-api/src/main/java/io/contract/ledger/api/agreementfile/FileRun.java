package io.contract.ledger.api.agreementfile;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.agreement.AgreementDecider;
import io.contract.ledger.agreement.Decision;
import io.contract.ledger.agreement.RefusedException;
import io.contract.ledger.budget.Budget;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.scenario.ForecastRefusedException;
import io.contract.ledger.scenario.ScenarioShapes;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A run of an agreement file in memory. It records the history at the stated times and checks the expectations against the
 * answers (domain page, section 10). A refused fact is reported and left out, and the run goes on without it.
 */
public final class FileRun {

  private static final Pointer WITH = Pointer.ROOT.child("with");

  private final AgreementFile file;
  private final List<Flaw> refusals = new ArrayList<>();
  private final List<CheckedExpectation> outcomes = new ArrayList<>();
  private int refusedFacts;
  private Agreement agreement = Agreement.NONE;

  private FileRun(AgreementFile file) {
    this.file = file;
  }

  /** Runs the file. */
  public static FileRun of(AgreementFile file) {
    FileRun run = new FileRun(file);
    for (AgreementFile.Entry entry : file.history()) {
      // Without the agreement no fact can follow. Its own refusal gives the reason.
      if (run.agreement.exists() || run.refusals.isEmpty()) {
        run.record(entry);
      }
    }
    Budget.asOneQuestion(run::judge);
    return run;
  }

  public AgreementFile file() {
    return file;
  }

  /** Lets go of the agreement, which takes more memory than what was found out with it. */
  public void forgetAgreement() {
    agreement = Agreement.NONE;
  }

  /** The agreement with every fact that was accepted; {@link Agreement#NONE} when none was, or it was let go of. */
  public Agreement agreement() {
    return agreement;
  }

  /** The reasons why facts are refused, each with its place. */
  public List<Flaw> refusals() {
    return List.copyOf(refusals);
  }

  /** The number of refused facts. One fact may be refused for several reasons. */
  public int refusedFacts() {
    return refusedFacts;
  }

  /** The checked expectations, in the order of the text. */
  public List<CheckedExpectation> outcomes() {
    return List.copyOf(outcomes);
  }

  /** The number of expectations that hold. */
  public long holding() {
    return outcomes.stream().filter(CheckedExpectation::holds).count();
  }

  /** Whether every fact is accepted and every expectation holds. */
  public boolean succeeds() {
    return refusals.isEmpty() && holding() == outcomes.size();
  }

  private void record(AgreementFile.Entry entry) {
    switch (Budget.apart(() -> AgreementDecider.decide(agreement, entry.fact(), entry.at()))) {
      case Decision.Accepted accepted ->
        agreement =
            agreement.evolve(
                new Recorded(
                    agreement.nextSequence(),
                    entry.at(),
                    Objects.requireNonNullElse(entry.by(), file.name()),
                    null,
                    accepted.fact()));
      case Decision.AlreadyRecorded _ -> {
        // The file states the fact twice; it is recorded once.
      }
      case Decision.Refused refused -> {
        refusedFacts++;
        for (Violation violation : refused.refusal().violations()) {
          Violation here = violation.below(entry.path());
          refusals.add(
              new Flaw(
                  entry.places().placeOf(violation.path()),
                  here.path(),
                  here.code(),
                  "refused as " + here.code().slug() + ": " + here.message()));
        }
      }
    }
  }

  /** Checks the expectations, on the command line in parallel: an answer depends on nothing but the facts. */
  private boolean judge() {
    FileAnswers answers = new FileAnswers(agreement);
    List<Supplier<CheckedExpectation>> judgements = new ArrayList<>();
    for (Expectation expectation : file.expectations()) {
      if (expectation.kind() == Expectation.Kind.REFUSED) {
        judgements.add(() -> orRefusal(expectation, () -> refused(expectation)));
      } else if (agreement.exists()) {
        judgements.add(() -> orRefusal(expectation, () -> row(expectation, answered(answers, expectation))));
      } else {
        judgements.add(() -> row(expectation, List.of()));
      }
    }
    // A budget belongs to a thread, so that a request's judgements stay in its own.
    return outcomes.addAll(
        Budget.isSet()
            ? judgements.stream().map(Budget::apart).toList()
            : judgements.parallelStream().map(Supplier::get).toList());
  }

  private List<Value.Tree> answered(FileAnswers answers, Expectation expectation) {
    return answers
        .about(expectation.effectiveOn().orElseGet(this::lastDay), expectation.knownAt(), expectation.with())
        .rows(expectation.kind(), expectation.expected());
  }

  /** The outcome. If supposed facts or the assumptions of a forecast are refused, the refusal is what was found. */
  private static CheckedExpectation orRefusal(Expectation expectation, Supplier<CheckedExpectation> outcome) {
    try {
      return outcome.get();
    } catch (RefusedException refused) {
      Pointer place = ScenarioShapes.place(expectation.with(), refused.entry()).below(WITH);
      return refused(expectation, refused.refusal().violations().getFirst().below(place));
    } catch (ForecastRefusedException refused) {
      return refused(expectation, refused.violations().getFirst());
    }
  }

  private static CheckedExpectation refused(Expectation expectation, Violation why) {
    Value found = Value.text("refused as " + why.code().slug() + " at " + why.path() + ": " + why.message());
    return new CheckedExpectation(
        expectation, expectation.expected(), found,
        List.of(new Mismatch("", expectation.expected(), found)));
  }

  private static CheckedExpectation row(Expectation expectation, List<Value.Tree> rows) {
    Value.Tree expected =
        expectation.kind() == Expectation.Kind.FORECAST ? withoutStreams(expectation.expected())
            : expectation.expected();
    boolean expectsNone = Comparison.expectsNone(expected);
    Optional<Value.Tree> row = Comparison.best(expected, expectation.kind().selectors(), rows);
    if (row.isEmpty()) {
      return new CheckedExpectation(
          expectation,
          expected,
          Value.NULL,
          expectsNone ? List.of() : List.of(new Mismatch("", expected, Value.text("absent"))));
    }
    Value found = Comparison.named(expected, row.get());
    List<Mismatch> differences = Comparison.differences(expected, row.get());
    if (expectsNone) {
      differences = differences.isEmpty() ? List.of(new Mismatch("", Value.text("absent"), found)) : List.of();
    }
    return new CheckedExpectation(expectation, expected, found, differences);
  }

  /** Leaves out the assumed streams: they belong to the question and not to the answer. */
  private static Value.Tree withoutStreams(Value.Tree forecast) {
    List<Value> scenarios =
        new Fields(forecast).list("scenarios").stream()
            .<Value>map(scenario -> Fields.of(scenario).tree().without("streams"))
            .toList();
    return forecast.with("scenarios", Value.items(scenarios));
  }

  /** The local date of the last event; the agreement's effective date when it has no other event. */
  private LocalDate lastDay() {
    if (agreement.nextSequence() == 1) {
      return agreement.executed().effectiveOn();
    }
    Instant last = agreement.lastRecordedAt().orElseThrow();
    return last.atZone(agreement.executed().timeZone()).toLocalDate();
  }

  private CheckedExpectation refused(Expectation expectation) {
    Value.Tree expected = expectation.expected();
    FactKind kind = FileParts.kindOf(expected);
    Value.Tree fact = (Value.Tree) expected.get(kind.key()).orElseThrow();
    Agreement known =
        expectation.knownAt().map(agreement::knownAt).map(Agreement::new).orElse(agreement);
    String code =
        known.lastRecordedAt().isEmpty()
            ? "unknown-agreement"
            : switch (AgreementDecider.decide(
                new Agreement(FileAnswers.supposed(known.facts(), expectation.with())),
                kind.read(fact),
                known.lastRecordedAt().get())) {
              case Decision.Accepted _ -> "accepted";
              case Decision.AlreadyRecorded _ -> "already recorded";
              case Decision.Refused refused -> refused.refusal().code().slug();
            };
    Value.Tree wanted = Value.EMPTY.with("code", expected.get("code").orElseThrow());
    Value.Tree found = Value.EMPTY.with("code", Value.text(code));
    return new CheckedExpectation(expectation, wanted, found, Comparison.differences(wanted, found));
  }
}
