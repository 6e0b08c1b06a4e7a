package io.contract.ledger.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules. {@link CoreArchitectureTest} checks them against the real classes and against planted violations. */
final class CoreRules {
  private static final DescribedPredicate<JavaClass> ALLOWED_LIBRARIES =
      resideInAnyPackage(
          "java..",
          "io.contract.ledger..",
          "org.jspecify.annotations..",
          "com.opengamma.strata..",
          "org.apache.commons.numbers..",
          "org.pcollections..",
          "org.axonframework..");

  private static final Set<String> CLOCKS =
      Set.of("java.time.Clock", "java.time.InstantSource", "java.util.Date", "java.util.Calendar");

  private static final Set<String> BINARY_FRACTIONS =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float");

  static final ArchRule EVERY_CLASS_IS_IN_A_LISTED_PACKAGE =
      rule("be in one of the packages listed in Layers", CoreRules::belongsNowhere)
          .because("a new package needs a place in the order: add it to Layers");

  static final ArchRule PACKAGES_LOOK_DOWN =
      rule("use only their own and lower packages", CoreRules::looksUp)
          .because("one direction keeps each calculator understandable by itself: pass what is needed in, as data");

  static final ArchRule PACKAGES_FORM_NO_CYCLE =
      slices()
          .assignedFrom(Layers.slices())
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true)
          .because("two packages that need each other are one package");

  static final ArchRule FILES_FORM_NO_CIRCLE =
      classes()
          .should(new StandInNoCircle())
          .allowEmptyShould(true)
          .because(
              "what references each other can be read and changed only together: let one side alone know the other");

  static final ArchRule NO_FRAMEWORK =
      rule("use only the JDK and the few libraries of the core, and no database", CoreRules::usesForeignLibrary)
          .because("Spring, JSON, logging and databases belong in ledger-api");

  static final ArchRule AXON_ONLY_IN_AGREEMENT =
      rule("use Axon only in package agreement", CoreRules::usesAxonElsewhere)
          .because("only the aggregate shell knows how events are stored");

  static final ArchRule NO_CLOCK =
      rule("not ask what time it is", CoreRules::asksTheTime)
          .because("the same facts must give the same answer whenever they are asked: take the time as a parameter");

  static final ArchRule NO_BINARY_FRACTIONS =
      rule("have no double or float in a field or signature", CoreRules::hasBinaryFraction)
          .because("money is exact: use Money, Rate, BigDecimal or a fraction");

  static final ArchRule NULLNESS_IS_SAID =
      rule("be in a package marked @NullMarked", CoreRules::leavesNullnessOpen)
          .because("null is checked only there: add a package-info.java with @NullMarked");

  private CoreRules() {}

  private static void belongsNowhere(JavaClass type, Consumer<String> wrong) {
    Layers.of(type)
        .filter(layer -> !Layers.isListed(layer))
        .ifPresent(
            layer -> wrong.accept("package '" + layer + "' is not listed"));
  }

  private static void looksUp(JavaClass type, Consumer<String> wrong) {
    String layer = Layers.of(type).orElseThrow();
    for (Dependency use : type.getDirectDependenciesFromSelf()) {
      Layers.of(use.getTargetClass())
          .filter(other -> !Layers.mayKnow(layer, other))
          .ifPresent(other -> wrong.accept(layer + " looks up to " + other + ": " + use.getDescription()));
    }
  }

  private static void usesForeignLibrary(JavaClass type, Consumer<String> wrong) {
    for (Dependency use : type.getDirectDependenciesFromSelf()) {
      JavaClass used = use.getTargetClass().getBaseComponentType();
      boolean database = used.getPackageName().startsWith("java.sql");
      if (database || !(used.isPrimitive() || ALLOWED_LIBRARIES.test(used))) {
        wrong.accept(use.getDescription());
      }
    }
  }

  private static void usesAxonElsewhere(JavaClass type, Consumer<String> wrong) {
    if (Layers.of(type).filter("agreement"::equals).isPresent()) {
      return;
    }
    for (Dependency use : type.getDirectDependenciesFromSelf()) {
      if (use.getTargetClass().getBaseComponentType().getPackageName().startsWith("org.axonframework")) {
        wrong.accept(use.getDescription());
      }
    }
  }

  private static void asksTheTime(JavaClass type, Consumer<String> wrong) {
    for (JavaAccess<?> access : type.getAccessesFromSelf()) {
      AccessTarget target = access.getTarget();
      boolean now = target.getName().equals("now") && target.getOwner().getPackageName().startsWith("java.time");
      boolean system = target.getOwner().isEquivalentTo(System.class)
          && List.of("currentTimeMillis", "nanoTime").contains(target.getName());
      if (now || system) {
        wrong.accept(access.getDescription());
      }
    }
    for (Dependency use : type.getDirectDependenciesFromSelf()) {
      if (CLOCKS.contains(use.getTargetClass().getBaseComponentType().getName())) {
        wrong.accept(use.getDescription());
      }
    }
  }

  private static void hasBinaryFraction(JavaClass type, Consumer<String> wrong) {
    for (JavaField field : type.getFields()) {
      if (isBinaryFraction(field.getType())) {
        wrong.accept(field.getDescription() + " is a " + field.getType().getName());
      }
    }
    for (JavaCodeUnit method : type.getCodeUnits()) {
      if (Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
          .anyMatch(CoreRules::isBinaryFraction)) {
        wrong.accept(method.getDescription() + " takes or returns a double or float");
      }
    }
  }

  private static boolean isBinaryFraction(JavaType type) {
    return type.getAllInvolvedRawTypes().stream()
        .anyMatch(raw -> BINARY_FRACTIONS.contains(raw.getBaseComponentType().getName()));
  }

  private static void leavesNullnessOpen(JavaClass type, Consumer<String> wrong) {
    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
      wrong.accept("no @NullMarked in " + type.getPackageName());
    }
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
