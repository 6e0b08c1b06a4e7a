package io.contract.ledger.api.agreementfile;

import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where the parts of a value stand in the text, without the value: what is kept of the text of a fact, in case the fact is refused.
 * Values with the same names share these, so that a line or two of text leave less than a hundred bytes.
 */
public final class Places {

  private final Map<String, Integer> numbers;
  private final int[] places;

  private Places(Map<String, Integer> numbers, int[] places) {
    this.numbers = numbers;
    this.places = places;
  }

  /** Makes the places of values. */
  static final class Maker {

    private final Map<List<String>, Map<String, Integer>> shared = new HashMap<>();

    /** The places of everything in the value. */
    Places of(Located value) {
      List<String> pointers = new ArrayList<>();
      List<Place> places = new ArrayList<>();
      add(value, Pointer.ROOT, pointers, places);
      int[] packed = new int[2 * places.size()];
      for (int i = 0; i < places.size(); i++) {
        packed[2 * i] = places.get(i).line();
        packed[2 * i + 1] = places.get(i).column();
      }
      return new Places(shared.computeIfAbsent(pointers, Maker::numbered), packed);
    }

    private static void add(Located value, Pointer at, List<String> pointers, List<Place> places) {
      pointers.add(at.path());
      places.add(value.place());
      if (value.value() instanceof Value.Tree tree) {
        // In the order of the text, so that the same names make the same list. What an alias repeats has no places of its own.
        tree.entries().keySet().stream().filter(value.entries()::containsKey)
            .forEach(name -> add(Objects.requireNonNull(value.entries().get(name)), at.child(name), pointers, places));
      }
      for (int i = 0; i < value.items().size(); i++) {
        add(value.items().get(i), at.child(i), pointers, places);
      }
    }

    private static Map<String, Integer> numbered(List<String> pointers) {
      Map<String, Integer> numbers = new HashMap<>();
      pointers.forEach(pointer -> numbers.put(pointer, numbers.size()));
      return numbers;
    }
  }

  /** The place of the part at that pointer; if there is no such part, that of the nearest one above. */
  Place placeOf(Pointer pointer) {
    String path = pointer.path();
    Integer number = numbers.get(path);
    while (number == null) {
      path = path.substring(0, path.lastIndexOf('/'));
      number = numbers.get(path);
    }
    return new Place(places[2 * number], places[2 * number + 1]);
  }
}
