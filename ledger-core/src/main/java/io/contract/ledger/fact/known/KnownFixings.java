package io.contract.ledger.fact.known;

import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.Fixing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * What is known of indices (domain page, section 16).
 *
 * @param byIndex of each index, by the day from which it holds, the fixings that are not withdrawn, in order of recording
 */
public record KnownFixings(PMap<String, PSortedMap<LocalDate, PSortedMap<Long, Known<Fixing>>>> byIndex) {

  static final KnownFixings NONE = new KnownFixings(HashTreePMap.empty());

  KnownFixings plus(long sequence, Fact fact) {
    if (!(fact instanceof Fixing fixing)) {
      return this;
    }
    PSortedMap<LocalDate, PSortedMap<Long, Known<Fixing>>> days = daysOf(fixing.index());
    return new KnownFixings(
        byIndex.plus(
            fixing.index(),
            days.plus(fixing.from(), on(days, fixing.from()).plus(sequence, new Known<>(sequence, fixing)))));
  }

  KnownFixings minus(long sequence, Fact fact) {
    if (!(fact instanceof Fixing fixing)) {
      return this;
    }
    PSortedMap<LocalDate, PSortedMap<Long, Known<Fixing>>> days = daysOf(fixing.index());
    PSortedMap<Long, Known<Fixing>> rest = on(days, fixing.from()).minus(sequence);
    return new KnownFixings(
        byIndex.plus(
            fixing.index(), rest.isEmpty() ? days.minus(fixing.from()) : days.plus(fixing.from(), rest)));
  }

  private PSortedMap<LocalDate, PSortedMap<Long, Known<Fixing>>> daysOf(String index) {
    PSortedMap<LocalDate, PSortedMap<Long, Known<Fixing>>> days = byIndex.get(index);
    return days == null ? TreePMap.empty() : days;
  }

  private static PSortedMap<Long, Known<Fixing>> on(
      PSortedMap<LocalDate, PSortedMap<Long, Known<Fixing>>> days, LocalDate day) {
    PSortedMap<Long, Known<Fixing>> onDay = days.get(day);
    return onDay == null ? TreePMap.empty() : onDay;
  }

  /** Where the index stands from each day on, as a fraction; none where nothing is known of it. */
  public Map<LocalDate, BigDecimal> ratesOf(String index) {
    Map<LocalDate, BigDecimal> rates = new TreeMap<>();
    daysOf(index).forEach((day, fixings) -> rates.put(day, latest(fixings).fact().rate()));
    return rates;
  }

  /** The fixing that holds on the day: that with the latest {@code from}; empty where there is none yet. */
  public Optional<Known<Fixing>> on(String index, LocalDate day) {
    return Optional.ofNullable(daysOf(index).floorEntry(day)).map(Map.Entry::getValue).map(KnownFixings::latest);
  }

  /** The day from which something is known of the index; empty where nothing is. */
  public Optional<LocalDate> firstDay(String index) {
    PSortedMap<LocalDate, ?> days = daysOf(index);
    return days.isEmpty() ? Optional.empty() : Optional.of(days.firstKey());
  }

  /** Whether the same is known of the index in both. */
  public boolean knowsAs(KnownFixings other, String index) {
    return daysOf(index).equals(other.daysOf(index));
  }

  /** Recorded again, it replaces the earlier. */
  private static Known<Fixing> latest(PSortedMap<Long, Known<Fixing>> fixings) {
    return fixings.lastEntry().getValue();
  }
}
