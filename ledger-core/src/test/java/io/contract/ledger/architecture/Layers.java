package io.contract.ledger.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The packages of the core from the lowest to the highest. A package knows itself and those on lower lines; {@code journal} and
 * {@code obligation} are on one line and do not know each other. The same holds for {@code agreement} and {@code why}.
 */
final class Layers {
  static final String CORE = "io.contract.ledger.";
  static final String PLANTED = "io.contract.ledger.architecture.planted.";

  private static final Set<String> GROUND = Set.of("money", "calendar", "explain");

  private static final List<Set<String>> LOWEST_FIRST =
      List.of(
          Set.of("id", "budget"),
          Set.of("value"),
          GROUND,
          Set.of("terms"),
          Set.of("fact"),
          Set.of("fact.known"),
          Set.of("share"),
          Set.of("payment"),
          Set.of("position"),
          Set.of("statement"),
          Set.of("obligation", "journal"),
          Set.of("agreement", "why"),
          Set.of("scenario"));

  private Layers() {}

  /** The layer's name, for a planted class as for a real one; empty for a class that is not the project's. */
  static Optional<String> of(JavaClass type) {
    String inPackage = type.getBaseComponentType().getPackageName() + ".";
    String base = inPackage.startsWith(PLANTED) ? PLANTED : CORE;
    if (!inPackage.startsWith(base)) {
      return Optional.empty();
    }
    String below = inPackage.substring(base.length());
    return Optional.of(below.isEmpty() ? "" : below.substring(0, below.length() - 1));
  }

  static boolean isListed(String layer) {
    return LOWEST_FIRST.stream().anyMatch(line -> line.contains(layer));
  }

  /** Whether the one layer may use the other. Money, calendar and explain may use each other as long as there is no cycle. */
  static boolean mayKnow(String layer, String other) {
    return layer.equals(other)
        || line(other) < line(layer)
        || (GROUND.contains(layer) && GROUND.contains(other));
  }

  /** One slice for each layer, for the search for cycles. */
  static SliceAssignment slices() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return of(type).map(SliceIdentifier::of).orElseGet(SliceIdentifier::ignore);
      }

      @Override
      public String getDescription() {
        return "the packages of the core";
      }
    };
  }

  private static int line(String layer) {
    for (int line = 0; line < LOWEST_FIRST.size(); line++) {
      if (LOWEST_FIRST.get(line).contains(layer)) {
        return line;
      }
    }
    return LOWEST_FIRST.size();
  }
}
