package io.contract.ledger.api.architecture;

import static io.contract.ledger.api.architecture.ApiRules.CORE_KNOWS_NO_API;
import static io.contract.ledger.api.architecture.ApiRules.EVERY_CLASS_IS_IN_A_LISTED_PACKAGE;
import static io.contract.ledger.api.architecture.ApiRules.FEATURES_KNOW_NO_OTHER_FEATURE;
import static io.contract.ledger.api.architecture.ApiRules.FILES_ARE_CHECKED_WITHOUT_A_SERVER;
import static io.contract.ledger.api.architecture.ApiRules.FILES_FORM_NO_CIRCLE;
import static io.contract.ledger.api.architecture.ApiRules.NO_FIELD_INJECTION;
import static io.contract.ledger.api.architecture.ApiRules.NULLNESS_IS_SAID;
import static io.contract.ledger.api.architecture.ApiRules.PACKAGES_FORM_NO_CYCLE;
import static io.contract.ledger.api.architecture.ApiRules.PACKAGES_LOOK_DOWN;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each rule holds for the real classes, and each finds the violations planted for it. */
class ApiArchitectureTest {
  private static final JavaClasses REAL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.contract.ledger");

  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("io.contract.ledger.api.architecture.planted");

  /** A rule, and all planted classes that break it. */
  record Proof(ArchRule rule, List<String> culprits) {
    @Override
    public String toString() {
      return rule.getDescription();
    }
  }

  static final List<Proof> PROOFS =
      List.of(
          new Proof(CORE_KNOWS_NO_API, List.of("core.KnowsApi")),
          new Proof(
              FEATURES_KNOW_NO_OTHER_FEATURE, List.of("api.payment.NosyController", "api.statement.page.NosyPage")),
          new Proof(EVERY_CLASS_IS_IN_A_LISTED_PACKAGE, List.of("api.oddment.Homeless", "api.oddment.package-info")),
          new Proof(
              PACKAGES_LOOK_DOWN,
              List.of("api.http.KnowsFeature", "api.answer.KnowsHttp", "api.words.KnowsAnswer",
                  "api.store.KnowsCommand")),
          new Proof(
              FILES_FORM_NO_CIRCLE,
              List.of("api.payment.OneHalf", "api.payment.OneHalf$Inside", "api.payment.OtherHalf",
                  "api.payment.InBetween", "api.words.KnowsAnswer", "api.answer.KnowsWords")),
          new Proof(NO_FIELD_INJECTION, List.of("api.payment.InjectsField", "api.payment.InjectsSetting")),
          new Proof(NULLNESS_IS_SAID, List.of("api.json.Unmarked")),
          new Proof(FILES_ARE_CHECKED_WITHOUT_A_SERVER, List.of("api.agreementfile.NeedsSpring")));

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
        .containsExactlyInAnyOrderElementsOf(proof.culprits().stream().map(Rooms.PLANTED::concat).toList());
  }

  @Test
  void theCodeHasNoCycle() {
    PACKAGES_FORM_NO_CYCLE.check(REAL);
  }

  @Test
  void thePlantedCycleIsFound() {
    assertThat(violations(PACKAGES_FORM_NO_CYCLE))
        .anyMatch(cycle -> cycle.contains("words.KnowsAnswer") && cycle.contains("answer.KnowsWords"));
  }

  @Test
  void aFeatureIsAPackageWithAController() {
    assertThat(new Rooms(REAL).features()).contains("statement", "payment", "file").doesNotContain("http", "cli");
    assertThat(new Rooms(PLANTED).features()).containsExactlyInAnyOrder("agreement", "payment", "statement");
  }

  @Test
  void noRuleIsWithoutProof() {
    Stream<ArchRule> declared =
        Arrays.stream(ApiRules.class.getDeclaredFields())
            .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
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

  @Test
  void theCoreIsAmongTheClassesChecked() {
    assertThat(REAL).anyMatch(type -> !type.getPackageName().startsWith("io.contract.ledger.api"));
  }

  private static Stream<String> violations(ArchRule rule) {
    return rule.evaluate(PLANTED).getFailureReport().getDetails().stream();
  }
}
