package io.contract.ledger.api.agreementfile;

import io.contract.ledger.value.Code;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value with its place in the text. Everything inside the value has its place too.
 *
 * @param value the value that was read
 * @param key the place of its name; for list items and for the whole text, the place of the value
 * @param place where the value itself begins
 * @param entries the values of an object, by name
 * @param items the values of a list, in order
 */
public record Located(Value value, Place key, Place place, Map<String, Located> entries, List<Located> items) {

  public Located {
    entries = Map.copyOf(entries);
    items = List.copyOf(items);
  }

  static Located leaf(Value value, Place place) {
    return new Located(value, place, place, Map.of(), List.of());
  }

  Located under(Place name) {
    return new Located(value, name, place, entries, items);
  }

  /** The same value at another place: an alias stands for it there. */
  Located at(Place elsewhere) {
    return new Located(value, elsewhere, elsewhere, Map.of(), List.of());
  }

  /** The entry of that name; this value itself where it stands for a value that an alias repeats. */
  Located part(String name) {
    return entries.getOrDefault(name, this);
  }

  /** The place to report. It is the name of an unknown field, the value that is wrong, or the object that lacks a field. */
  Place placeOf(Violation violation) {
    Located found = nearest(violation.path());
    return violation.code() == Code.UNKNOWN_FIELD ? found.key : found.place;
  }

  private Located nearest(Pointer pointer) {
    Located here = this;
    for (String step : pointer.path().split("/", -1)) {
      if (step.isEmpty()) {
        continue;
      }
      Located next = here.child(step.replace("~1", "/").replace("~0", "~"));
      if (next == null) {
        return here;
      }
      here = next;
    }
    return here;
  }

  private @Nullable Located child(String step) {
    if (!items.isEmpty()) {
      int index = Integer.parseInt(step);
      return index < items.size() ? items.get(index) : null;
    }
    return entries.get(step);
  }
}
