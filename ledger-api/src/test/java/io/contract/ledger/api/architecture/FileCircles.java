package io.contract.ledger.api.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds circles among files. A class and the classes inside it are one file. */
final class FileCircles {

  private final Map<String, Set<String>> needed;
  private final Map<String, Set<String>> reached = new HashMap<>();

  FileCircles(Collection<JavaClass> classes) {
    Set<String> ours = classes.stream().map(FileCircles::file).collect(Collectors.toSet());
    needed = new TreeMap<>();
    for (JavaClass type : classes) {
      for (Dependency use : type.getDirectDependenciesFromSelf()) {
        String other = file(use.getTargetClass().getBaseComponentType());
        if (ours.contains(other) && !other.equals(file(type))) {
          needed.computeIfAbsent(file(type), any -> new TreeSet<>()).add(other);
        }
      }
    }
  }

  /**
   * The files in a circle with the class's file: it needs them and they need it, directly or through others. Empty when there
   * is no circle.
   */
  Set<String> with(JavaClass type) {
    String file = file(type);
    Set<String> circle = reached(file).stream().filter(other -> reached(other).contains(file))
        .collect(Collectors.toCollection(TreeSet::new));
    circle.remove(file);
    return circle;
  }

  private Set<String> reached(String file) {
    return reached.computeIfAbsent(file, this::walk);
  }

  private Set<String> walk(String file) {
    Set<String> found = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(needed.getOrDefault(file, Set.of()));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (found.add(next)) {
        open.addAll(needed.getOrDefault(next, Set.of()));
      }
    }
    return found;
  }

  private static String file(JavaClass type) {
    JavaClass outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer.getName();
  }
}
