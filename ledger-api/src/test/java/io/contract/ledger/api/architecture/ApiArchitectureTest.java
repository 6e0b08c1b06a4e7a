package io.contract.ledger.api.architecture;

import static io.contract.ledger.api.architecture.ApiRules.CONTROLLERS_KEEP_TO_THEIR_FEATURE;
import static io.contract.ledger.api.architecture.ApiRules.CORE_KNOWS_NO_API;
import static io.contract.ledger.api.architecture.ApiRules.FILES_ARE_CHECKED_WITHOUT_A_SERVER;
import static io.contract.ledger.api.architecture.ApiRules.NO_FIELD_INJECTION;
import static io.contract.ledger.api.architecture.ApiRules.NULLNESS_IS_SAID;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
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

  /** A rule, and all of the planted classes that break it. */
  record Proof(ArchRule rule, List<String> culprits) {
    @Override
    public String toString() {
      return rule.getDescription();
    }
  }

  static final List<Proof> PROOFS =
      List.of(
          new Proof(CORE_KNOWS_NO_API, List.of("core.KnowsApi")),
          new Proof(CONTROLLERS_KEEP_TO_THEIR_FEATURE, List.of("api.payment.NosyController")),
          new Proof(NO_FIELD_INJECTION, List.of("api.payment.InjectsField", "api.payment.InjectsSetting")),
          new Proof(NULLNESS_IS_SAID, List.of("api.share.Unmarked")),
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
        proof.rule().evaluate(PLANTED).getFailureReport().getDetails().stream()
            .map(violation -> violation.substring(0, violation.indexOf(':')))
            .collect(toSet());
    assertThat(accused)
        .containsExactlyInAnyOrderElementsOf(proof.culprits().stream().map(ApiRules.PLANTED::concat).toList());
  }

  @Test
  void theCoreIsAmongTheClassesChecked() {
    assertThat(REAL).anyMatch(type -> !type.getPackageName().startsWith("io.contract.ledger.api"));
  }
}
