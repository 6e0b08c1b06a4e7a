package io.contract.ledger.api.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The packages of the server, from the lowest to the highest. A package may know itself and the packages on lower lines. The
 * features stand side by side on one line. Every package with a controller that is not listed here is a feature.
 */
final class Rooms {
  static final String API = "io.contract.ledger.api.";
  static final String PLANTED = "io.contract.ledger.api.architecture.planted.";
  private static final String PLANTED_API = PLANTED + "api.";

  private static final List<String> CONTROLLERS =
      List.of(
          "org.springframework.stereotype.Controller", "org.springframework.web.bind.annotation.RestController");

  private static final List<String> BELOW_FEATURES =
      List.of("config", "json", "words", "store", "ledger", "answer", "agreementfile", "http");

  /** The rooms above the features. The root package has an empty name and starts the server. */
  private static final List<String> ABOVE_FEATURES = List.of("description", "", "cli.text", "cli");

  private final Set<String> features;

  /** The rooms of these classes. */
  Rooms(Collection<JavaClass> classes) {
    features =
        classes.stream()
            .filter(type -> CONTROLLERS.stream().anyMatch(type::isAnnotatedWith))
            .flatMap(type -> below(type).stream())
            .filter(room -> !BELOW_FEATURES.contains(room) && !ABOVE_FEATURES.contains(room))
            .map(Rooms::folder)
            .collect(Collectors.toUnmodifiableSet());
  }

  Set<String> features() {
    return features;
  }

  /** Whether the class belongs to the server, real or planted. */
  static boolean isApi(JavaClass type) {
    return below(type).isPresent();
  }

  /**
   * The name of the class's package within the server, with dots. Packages below a feature belong to the feature. Empty when
   * the class is not part of the server.
   */
  Optional<String> of(JavaClass type) {
    return below(type).map(room -> features.contains(folder(room)) ? folder(room) : room);
  }

  /** The feature that the class belongs to; empty for a class that serves all features. */
  Optional<String> feature(JavaClass type) {
    return of(type).filter(features::contains);
  }

  boolean isListed(String room) {
    return BELOW_FEATURES.contains(room) || features.contains(room) || ABOVE_FEATURES.contains(room);
  }

  /** Whether the first room may use the other. */
  boolean mayKnow(String room, String other) {
    return room.equals(other) || line(other) < line(room);
  }

  /** One slice for each package, for the search for cycles. */
  static SliceAssignment slices() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return below(type).map(SliceIdentifier::of).orElseGet(SliceIdentifier::ignore);
      }

      @Override
      public String getDescription() {
        return "the packages of the server";
      }
    };
  }

  private int line(String room) {
    int below = BELOW_FEATURES.indexOf(room);
    int above = ABOVE_FEATURES.indexOf(room);
    return below >= 0 ? below : above >= 0 ? BELOW_FEATURES.size() + 1 + above : BELOW_FEATURES.size();
  }

  private static Optional<String> below(JavaClass type) {
    String inPackage = type.getBaseComponentType().getPackageName() + ".";
    String base = inPackage.startsWith(PLANTED) ? PLANTED_API : API;
    if (!inPackage.startsWith(base)) {
      return Optional.empty();
    }
    String below = inPackage.substring(base.length());
    return Optional.of(below.isEmpty() ? "" : below.substring(0, below.length() - 1));
  }

  private static String folder(String room) {
    int point = room.indexOf('.');
    return point < 0 ? room : room.substring(0, point);
  }
}
