package io.contract.ledger.journal;

import io.contract.ledger.id.ClauseId;
import io.contract.ledger.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An entry while its postings are put together: one for each account. */
final class Draft {

  private final LocalDate on;
  private final Entry.Kind kind;
  private final ClauseId clause;
  private final String description;
  private final Set<Long> events = new TreeSet<>();
  private final List<Entry.Note> notes = new ArrayList<>();
  private final Map<Account, Money> postings = new LinkedHashMap<>();

  Draft(LocalDate on, Entry.Kind kind, ClauseId clause, String description) {
    this.on = on;
    this.kind = kind;
    this.clause = clause;
    this.description = description;
  }

  Draft causedBy(Iterable<Long> more) {
    more.forEach(events::add);
    return this;
  }

  Draft causedBy(long event) {
    events.add(event);
    return this;
  }

  /** Adds a note, unless there is no text. */
  Draft note(String name, @Nullable String text) {
    if (text != null) {
      notes.add(new Entry.Note(name, text));
    }
    return this;
  }

  Draft debit(Account account, Money amount) {
    postings.merge(account, amount, Money::plus);
    return this;
  }

  Draft credit(Account account, Money amount) {
    return debit(account, amount.negated());
  }

  /** The entry; empty when nothing is posted. */
  Optional<Entry> entry() {
    List<Posting> all =
        postings.entrySet().stream()
            .filter(posting -> !posting.getValue().isZero())
            .map(posting -> new Posting(posting.getKey(), posting.getValue()))
            .toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<String> periods =
        all.stream().flatMap(posting -> posting.account().period().stream()).distinct().toList();
    Optional<String> period = periods.size() == 1 ? Optional.of(periods.getFirst()) : Optional.empty();
    return Optional.of(new Entry(on, kind, clause, period, description, List.copyOf(events), notes, all));
  }
}
