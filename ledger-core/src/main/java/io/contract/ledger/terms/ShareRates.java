package io.contract.ledger.terms;

import io.contract.ledger.id.MilestoneId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rates of a revenue share, of which each day has one (domain page, section 14).
 *
 * <p>Example: 20 %, 15 % from 1 July 2021 and 10 % from the milestone "generics": on 30 June 20 % holds, on 1 July 15 %, and from the
 * milestone's date on 10 %, also where that is before 1 July.
 *
 * @param entries in the order written; a single rate, or tiers, are one entry that holds on every day
 */
public record ShareRates(List<Entry> entries) {

  /** The rate of a day on which no entry has begun. */
  private static final ShareRate NONE_BEGUN = new ShareRate.Flat(BigDecimal.ZERO);

  public ShareRates {
    entries = List.copyOf(entries);
  }

  /** One rate for every day. */
  static ShareRates always(ShareRate rate) {
    return new ShareRates(List.of(new Entry(rate, null, null)));
  }

  /**
   * A rate and when it begins.
   *
   * @param from the first day; with a milestone the milestone's date, null until it is attested; null where it has always begun
   * @param fromMilestone the milestone on whose date it begins; null when it depends on none
   */
  public record Entry(ShareRate rate, @Nullable LocalDate from, @Nullable MilestoneId fromMilestone) {

    private boolean hasBegunBy(LocalDate day) {
      return from == null ? fromMilestone == null : !from.isAfter(day);
    }

    private Entry with(Map<MilestoneId, LocalDate> milestones) {
      return fromMilestone == null ? this : new Entry(rate, milestones.get(fromMilestone), fromMilestone);
    }
  }

  /** The entry that holds on the day: of those begun by it the last in the list; empty when none has begun. */
  public Optional<Entry> entryOn(LocalDate day) {
    return entries.reversed().stream().filter(entry -> entry.hasBegunBy(day)).findFirst();
  }

  /** The rate of the day: 0 when no entry has begun. */
  public ShareRate on(LocalDate day) {
    return entryOn(day).map(Entry::rate).orElse(NONE_BEGUN);
  }

  /** The next day on which an entry begins; empty when no other does. Lines are cut there. */
  public Optional<LocalDate> nextBeginningAfter(LocalDate day) {
    return entries.stream().flatMap(entry -> Stream.ofNullable(entry.from())).filter(from -> from.isAfter(day))
        .min(LocalDate::compareTo);
  }

  /** The milestones on which entries begin. */
  public Stream<MilestoneId> milestones() {
    return entries.stream().flatMap(entry -> Stream.ofNullable(entry.fromMilestone()));
  }

  /** The same rates, where these milestones are attested. */
  ShareRates with(Map<MilestoneId, LocalDate> milestones) {
    return milestones().findAny().isEmpty()
        ? this
        : new ShareRates(entries.stream().map(entry -> entry.with(milestones)).toList());
  }
}
