package io.contract.ledger.architecture;

import static io.contract.ledger.architecture.CoreRules.AXON_ONLY_IN_AGREEMENT;
import static io.contract.ledger.architecture.CoreRules.EVERY_CLASS_IS_IN_A_LISTED_PACKAGE;
import static io.contract.ledger.architecture.CoreRules.FILES_FORM_NO_CIRCLE;
import static io.contract.ledger.architecture.CoreRules.NO_BINARY_FRACTIONS;
import static io.contract.ledger.architecture.CoreRules.NO_CLOCK;
import static io.contract.ledger.architecture.CoreRules.NO_FRAMEWORK;
import static io.contract.ledger.architecture.CoreRules.NULLNESS_IS_SAID;
import static io.contract.ledger.architecture.CoreRules.PACKAGES_FORM_NO_CYCLE;
import static io.contract.ledger.architecture.CoreRules.PACKAGES_LOOK_DOWN;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each rule holds for the real classes, and each finds the violations planted for it. */
class CoreArchitectureTest {
  private static final JavaClasses REAL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.contract.ledger");

  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("io.contract.ledger.architecture.planted");

  /** A rule, and all of the planted classes that break it. */
  record Proof(ArchRule rule, List<String> culprits) {
    @Override
    public String toString() {
      return rule.getDescription();
    }
  }

  static final List<Proof> PROOFS =
      List.of(
          new Proof(EVERY_CLASS_IS_IN_A_LISTED_PACKAGE, List.of("oddment.Homeless", "oddment.package-info")),
          new Proof(
              PACKAGES_LOOK_DOWN,
              List.of(
                  "value.KnowsMoney", "money.KnowsShare", "fact.KnowsWhatIsKnown", "journal.KnowsObligation",
                  "obligation.KnowsJournal", "position.KnowsWhy", "why.KnowsAgreement")),
          new Proof(
              FILES_FORM_NO_CIRCLE,
              List.of(
                  "value.Shape", "value.Type", "value.JoinsTheTwo", "calendar.KnowsExplain", "explain.KnowsCalendar",
                  "journal.KnowsObligation", "obligation.KnowsJournal")),
          new Proof(NO_FRAMEWORK, List.of("terms.UsesDatabase", "terms.UsesLogging")),
          new Proof(AXON_ONLY_IN_AGREEMENT, List.of("fact.UsesAxon")),
          new Proof(NO_CLOCK,
              List.of("payment.AsksToday", "payment.AsksLater", "payment.AsksSystem", "payment.HasClock")),
          new Proof(
              NO_BINARY_FRACTIONS,
              List.of("position.TakesDouble", "position.HasFloats", "position.HasBoxedDoubles")),
          new Proof(NULLNESS_IS_SAID, List.of("statement.Unmarked")));

  @Test
  void theRulesSeeTheCode() {
    assertThat(REAL.contain("io.contract.ledger.fact.Payment")).isTrue();
  }

  @ParameterizedTest
  @FieldSource("PROOFS")
  void theCodeKeepsTheRule(Proof proof) {
    proof.rule().check(REAL);
  }

  @ParameterizedTest
  @FieldSource("PROOFS")
  void theRuleAccusesExactlyWhatWasPlantedForIt(Proof proof) {
    Set<String> accused =
        violations(proof.rule()).map(violation -> violation.substring(0, violation.indexOf(':'))).collect(toSet());
    assertThat(accused)
        .containsExactlyInAnyOrderElementsOf(proof.culprits().stream().map(Layers.PLANTED::concat).toList());
  }

  @Test
  void theCodeHasNoCycle() {
    PACKAGES_FORM_NO_CYCLE.check(REAL);
  }

  @Test
  void thePlantedCycleIsFound() {
    assertThat(violations(PACKAGES_FORM_NO_CYCLE))
        .anyMatch(cycle -> cycle.contains("calendar.KnowsExplain") && cycle.contains("explain.KnowsCalendar"));
  }

  @Test
  void noRuleIsWithoutProof() {
    Stream<ArchRule> declared =
        Arrays.stream(CoreRules.class.getDeclaredFields())
            .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .map(
                field -> {
                  try {
                    return (ArchRule) field.get(null);
                  } catch (IllegalAccessException hidden) {
                    throw new AssertionError(field + " should be visible here", hidden);
                  }
                });
    Stream<ArchRule> proven = Stream.concat(PROOFS.stream().map(Proof::rule), Stream.of(PACKAGES_FORM_NO_CYCLE));
    assertThat(proven).containsExactlyInAnyOrderElementsOf(declared.toList());
  }

  private static Stream<String> violations(ArchRule rule) {
    return rule.evaluate(PLANTED).getFailureReport().getDetails().stream();
  }
}
