package io.contract.ledger.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks that a file is in no circle of files, in which each references every other, directly or through others. A nested class
 * belongs to the file of its outer class.
 */
final class StandInNoCircle extends ArchCondition<JavaClass> {

  /** Pairs of files that may reference each other, because neither can be written without the other. */
  private static final List<Set<String>> INTIMATE =
      List.of(
          // A shape has fields of types, and one type is a tree of a shape.
          Set.of("value.Shape", "value.Type"),
          // A period is one of a scheme's, and a scheme is asked for its periods.
          Set.of("calendar.Period", "calendar.PeriodScheme"));

  private final Map<String, Set<String>> uses = new HashMap<>();
  private final Map<String, Set<String>> reached = new HashMap<>();

  StandInNoCircle() {
    super("stand in no circle of files");
  }

  @Override
  public void init(Collection<JavaClass> all) {
    uses.clear();
    reached.clear();
    for (JavaClass type : all) {
      Set<String> used = uses.computeIfAbsent(fileOf(type), any -> new HashSet<>());
      for (Dependency use : type.getDirectDependenciesFromSelf()) {
        used.add(fileOf(use.getTargetClass()));
      }
    }
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    String file = fileOf(type);
    if (!type.getName().equals(file)) {
      return;
    }
    Set<String> circle = new TreeSet<>();
    for (String other : reachedFrom(file)) {
      if (reachedFrom(other).contains(file)) {
        circle.add(other);
      }
    }
    if (!circle.isEmpty() && !isLetBe(file, circle)) {
      events.add(violated(type, file + ": is in a circle with " + String.join(", ", circle)));
    }
  }

  private static boolean isLetBe(String file, Set<String> others) {
    Set<String> all = new HashSet<>();
    all.add(name(file));
    others.forEach(other -> all.add(name(other)));
    return INTIMATE.contains(all);
  }

  /** The other files that the file references, directly or through others. */
  private Set<String> reachedFrom(String file) {
    return reached.computeIfAbsent(file, this::reach);
  }

  private Set<String> reach(String file) {
    Set<String> found = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(file));
    while (!next.isEmpty()) {
      for (String used : uses.getOrDefault(next.remove(), Set.of())) {
        if (uses.containsKey(used) && !used.equals(file) && found.add(used)) {
          next.add(used);
        }
      }
    }
    return found;
  }

  private static String fileOf(JavaClass type) {
    String name = type.getBaseComponentType().getName();
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  /** The package and the file, of a planted class as of a real one. */
  private static String name(String file) {
    return file.substring((file.startsWith(Layers.PLANTED) ? Layers.PLANTED : Layers.CORE).length());
  }
}
