package io.contract.ledger.api.agreementfile;

import io.contract.ledger.value.Code;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value with its place in the text, and so for everything in it.
 *
 * @param value what was read
 * @param key where its name stands; of list items and of the whole, where the value stands
 * @param place where the value itself begins
 * @param entries of an object, by name
 * @param items of a list, in order
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

  /** The same content at another place: what an alias stands for. */
  Located at(Place elsewhere) {
    return new Located(value, elsewhere, elsewhere, Map.of(), List.of());
  }

  /** Where to send the reader: to the name of what is not known, to the value of what is wrong, to the object that lacks something. */
  Place placeOf(Violation violation) {
    Located found = nearest(violation.path());
    return violation.code() == Code.UNKNOWN_FIELD ? found.key : found.place;
  }

  /** Where the value at that pointer begins, or what is nearest to it above. */
  Place placeOf(Pointer pointer) {
    return nearest(pointer).place;
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
