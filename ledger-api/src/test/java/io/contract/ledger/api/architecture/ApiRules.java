package io.contract.ledger.api.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;

/** The rules; {@link ApiArchitectureTest} holds them against the real classes and against planted violations. */
final class ApiRules {
  static final String CORE = "io.contract.ledger.";
  static final String API = "io.contract.ledger.api.";
  static final String PLANTED = "io.contract.ledger.api.architecture.planted.";
  private static final String PLANTED_API = PLANTED + "api.";

  /** The folders that answer requests. The others ({@code config}, {@code security}, …) serve them all. */
  private static final Set<String> FEATURES =
      Set.of(
          "agreement",
          "share",
          "payment",
          "obligation",
          "explain",
          "history",
          "scenario",
          "file",
          "console",
          "transparency",
          "export");

  private static final List<String> INJECTING =
      List.of(
          "org.springframework.beans.factory.annotation.Autowired",
          "org.springframework.beans.factory.annotation.Value",
          "jakarta.inject.Inject",
          "jakarta.annotation.Resource");

  private static final List<String> OF_THE_SERVER =
      List.of("org.springframework.", "jakarta.", "tools.jackson.", "com.fasterxml.", "org.axonframework.");

  static final ArchRule CORE_KNOWS_NO_API =
      rule("not know ledger-api from ledger-core", ApiRules::knowsApiFromCore)
          .because("the rules of a contract do not depend on how they are asked for");

  static final ArchRule CONTROLLERS_KEEP_TO_THEIR_FEATURE =
      rule("not reach from a controller into another feature", ApiRules::reachesIntoAnotherFeature)
          .because("what two features need belongs in ledger-core or in a folder that serves all");

  static final ArchRule NO_FIELD_INJECTION =
      rule("take what they need in the constructor, not by injected fields", ApiRules::injectsField)
          .because("a class with a constructor cannot exist half made, and tests need no container");

  static final ArchRule NULLNESS_IS_SAID =
      rule("be in a package marked @NullMarked", ApiRules::leavesNullnessOpen)
          .because("null is checked only there: add a package-info.java with @NullMarked");

  static final ArchRule FILES_ARE_CHECKED_WITHOUT_A_SERVER =
      rule("read and check agreement files without the libraries of the server", ApiRules::needsTheServer)
          .because("a check starts in less than a second; what needs Spring belongs in file");

  private ApiRules() {}

  private static void knowsApiFromCore(JavaClass type, Consumer<String> wrong) {
    if (isApi(type)) {
      return;
    }
    for (Dependency use : type.getDirectDependenciesFromSelf()) {
      if (isApi(use.getTargetClass())) {
        wrong.accept(use.getDescription());
      }
    }
  }

  private static void reachesIntoAnotherFeature(JavaClass type, Consumer<String> wrong) {
    Optional<String> own = feature(type);
    if (own.isEmpty() || !type.getSimpleName().endsWith("Controller")) {
      return;
    }
    for (Dependency use : type.getDirectDependenciesFromSelf()) {
      feature(use.getTargetClass())
          .filter(other -> !own.get().equals(other))
          .ifPresent(other -> wrong.accept("reaches into " + other + ": " + use.getDescription()));
    }
  }

  private static void injectsField(JavaClass type, Consumer<String> wrong) {
    for (JavaField field : type.getFields()) {
      if (INJECTING.stream().anyMatch(field::isAnnotatedWith)) {
        wrong.accept(field.getDescription() + " is injected");
      }
    }
  }

  private static void needsTheServer(JavaClass type, Consumer<String> wrong) {
    boolean checks =
        isApi(type) && (packageOf(type).endsWith(".api.agreementfile.") || type.getSimpleName().equals("CheckCommand"));
    for (Dependency use : checks ? type.getDirectDependenciesFromSelf() : Set.<Dependency>of()) {
      if (OF_THE_SERVER.stream().anyMatch(packageOf(use.getTargetClass())::startsWith)) {
        wrong.accept(use.getDescription());
      }
    }
  }

  private static void leavesNullnessOpen(JavaClass type, Consumer<String> wrong) {
    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
      wrong.accept("no @NullMarked in " + type.getPackageName());
    }
  }

  private static boolean isApi(JavaClass type) {
    String inPackage = packageOf(type);
    return inPackage.startsWith(PLANTED) ? inPackage.startsWith(PLANTED_API) : inPackage.startsWith(API);
  }

  private static Optional<String> feature(JavaClass type) {
    if (!isApi(type)) {
      return Optional.empty();
    }
    String inPackage = packageOf(type);
    String below = inPackage.substring((inPackage.startsWith(PLANTED) ? PLANTED_API : API).length());
    return Optional.of(below)
        .filter(folders -> !folders.isEmpty())
        .map(folders -> folders.substring(0, folders.indexOf('.')))
        .filter(FEATURES::contains);
  }

  private static String packageOf(JavaClass type) {
    return type.getBaseComponentType().getPackageName() + ".";
  }

  private static ArchRule rule(String should, BiConsumer<JavaClass, Consumer<String>> check) {
    return classes()
        .should(
            new ArchCondition<>(should) {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, wrong -> events.add(violated(type, type.getName() + ": " + wrong)));
              }
            })
        .allowEmptyShould(true);
  }
}
