package io.contract.ledger.api.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The rules. {@link ApiArchitectureTest} checks them against the real classes and against planted violations. */
final class ApiRules {
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

  static final ArchRule FEATURES_KNOW_NO_OTHER_FEATURE =
      rule("not reach from one feature into another", ApiRules::reachesIntoAnotherFeature)
          .because("what two features need belongs in ledger-core or in a package that serves all");

  static final ArchRule EVERY_CLASS_IS_IN_A_LISTED_PACKAGE =
      rule("be in a feature or in one of the packages listed in Rooms", ApiRules::belongsNowhere)
          .because("a new package without a controller needs a place in the order: add it to Rooms");

  static final ArchRule PACKAGES_LOOK_DOWN =
      rule("use only their own and lower packages", ApiRules::looksUp)
          .because("what serves all features knows none of them");

  static final ArchRule PACKAGES_FORM_NO_CYCLE =
      slices()
          .assignedFrom(Rooms.slices())
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true)
          .because("two packages that need each other are one package");

  static final ArchRule FILES_FORM_NO_CIRCLE =
      rule("not need a file that needs theirs", ApiRules::standsInACircle)
          .because(
              "files that need each other are read together, and their constants are made in an order nobody chose");

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

  private static void knowsApiFromCore(Server server, JavaClass type, Consumer<String> wrong) {
    if (Rooms.isApi(type)) {
      return;
    }
    for (Dependency use : type.getDirectDependenciesFromSelf()) {
      if (Rooms.isApi(use.getTargetClass())) {
        wrong.accept(use.getDescription());
      }
    }
  }

  private static void reachesIntoAnotherFeature(Server server, JavaClass type, Consumer<String> wrong) {
    Optional<String> own = server.rooms().feature(type);
    for (Dependency use : own.isEmpty() ? Set.<Dependency>of() : type.getDirectDependenciesFromSelf()) {
      server.rooms().feature(use.getTargetClass())
          .filter(other -> !own.get().equals(other))
          .ifPresent(other -> wrong.accept("reaches into " + other + ": " + use.getDescription()));
    }
  }

  private static void belongsNowhere(Server server, JavaClass type, Consumer<String> wrong) {
    server.rooms().of(type)
        .filter(room -> !server.rooms().isListed(room))
        .ifPresent(room -> wrong.accept("package '" + room + "' is not listed"));
  }

  /** Finds uses of higher rooms. Another rule covers uses between features. */
  private static void looksUp(Server server, JavaClass type, Consumer<String> wrong) {
    Rooms rooms = server.rooms();
    Optional<String> room = rooms.of(type);
    for (Dependency use : room.isEmpty() ? Set.<Dependency>of() : type.getDirectDependenciesFromSelf()) {
      rooms.of(use.getTargetClass())
          .filter(other -> !rooms.mayKnow(room.get(), other))
          .filter(other -> !(rooms.features().contains(room.get()) && rooms.features().contains(other)))
          .ifPresent(other -> wrong.accept(room.get() + " looks up to " + other + ": " + use.getDescription()));
    }
  }

  private static void standsInACircle(Server server, JavaClass type, Consumer<String> wrong) {
    Set<String> circle = Rooms.isApi(type) ? server.circles().with(type) : Set.of();
    if (!circle.isEmpty()) {
      wrong.accept("stands in a circle with " + String.join(", ", circle));
    }
  }

  private static void injectsField(Server server, JavaClass type, Consumer<String> wrong) {
    for (JavaField field : type.getFields()) {
      if (INJECTING.stream().anyMatch(field::isAnnotatedWith)) {
        wrong.accept(field.getDescription() + " is injected");
      }
    }
  }

  private static void needsTheServer(Server server, JavaClass type, Consumer<String> wrong) {
    boolean checks =
        Rooms.isApi(type)
            && (packageOf(type).endsWith(".api.agreementfile.") || type.getSimpleName().equals("CheckCommand"));
    for (Dependency use : checks ? type.getDirectDependenciesFromSelf() : Set.<Dependency>of()) {
      if (OF_THE_SERVER.stream().anyMatch(packageOf(use.getTargetClass())::startsWith)) {
        wrong.accept(use.getDescription());
      }
    }
  }

  private static void leavesNullnessOpen(Server server, JavaClass type, Consumer<String> wrong) {
    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
      wrong.accept("no @NullMarked in " + type.getPackageName());
    }
  }

  private static String packageOf(JavaClass type) {
    return type.getBaseComponentType().getPackageName() + ".";
  }

  /** All the classes that a rule is checked against. */
  private static final class Server {
    private final Collection<JavaClass> classes;
    private final Rooms rooms;
    private @Nullable FileCircles circles;

    Server(Collection<JavaClass> classes) {
      this.classes = classes;
      this.rooms = new Rooms(classes);
    }

    Rooms rooms() {
      return rooms;
    }

    /** Computed only when a rule asks for it. */
    FileCircles circles() {
      FileCircles found = circles == null ? new FileCircles(classes) : circles;
      circles = found;
      return found;
    }
  }

  @FunctionalInterface
  private interface Check {
    void check(Server server, JavaClass type, Consumer<String> wrong);
  }

  private static ArchRule rule(String should, Check check) {
    return classes()
        .should(
            new ArchCondition<>(should) {
              private Server server = new Server(List.of());

              @Override
              public void init(Collection<JavaClass> all) {
                server = new Server(all);
              }

              @Override
              public void check(JavaClass type, ConditionEvents events) {
                check.check(server, type, wrong -> events.add(violated(type, type.getName() + ": " + wrong)));
              }
            })
        .allowEmptyShould(true);
  }
}
