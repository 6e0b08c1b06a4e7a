package io.contract.ledger.calendar;

import io.contract.ledger.value.EnumWords;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a clause's reporting periods follow one another (domain page, sections 5 and 13). */
public sealed interface PeriodScheme {

  /** The period that holds the day: the quarter of 2021-05-16 is 2021-Q2. Of a day that has none, all such days about it. */
  Period containing(LocalDate day);

  /**
   * The period of that name ({@code 2021-Q1}, {@code 2021-03}, {@code FY2026-H1}, {@code CY1}, {@code P01}); empty when none of these
   * periods has that name.
   */
  Optional<Period> named(String name);

  /** The name of the period that holds the day. */
  String nameOf(LocalDate day);

  /** The days that have a period. */
  DateRange days();

  /** Whether the period is one of these. */
  default boolean has(Period period) {
    return equals(period.scheme()) || named(period.name()).filter(period::equals).isPresent();
  }

  /** One of these periods in a word: {@code quarter}. */
  String word();

  /** The same periods, where the first named one begins on that day if these are a schedule. */
  PeriodScheme beginning(LocalDate first);

  /**
   * The one period of what is owed once: the day on which it is.
   *
   * @param day the day; {@link DateRange#BEGINNING}, which no clause is in force on, where it has not come
   */
  record Once(LocalDate day) implements PeriodScheme {

    /** What is owed on no day that has come. */
    public static final Once NEVER = new Once(DateRange.BEGINNING);

    /** The name of the period. */
    public static final String NAME = "once";

    /** The name of days before and after it. */
    private static final String NONE = "not-owed";

    /** What is owed on that day; on none yet where it is null. */
    public static Once on(@Nullable LocalDate day) {
      return day == null ? NEVER : new Once(day);
    }

    @Override
    public Period containing(LocalDate of) {
      return new Period(
          this,
          of.equals(day)
              ? DateRange.of(day, day)
              : of.isBefore(day)
                  ? DateRange.of(DateRange.BEGINNING, day.minusDays(1))
                  : DateRange.of(day.plusDays(1), DateRange.OPEN_END));
    }

    @Override
    public Optional<Period> named(String name) {
      return name.equals(NAME) && !equals(NEVER) ? Optional.of(containing(day)) : Optional.empty();
    }

    @Override
    public String nameOf(LocalDate of) {
      return of.equals(day) ? NAME : NONE;
    }

    @Override
    public DateRange days() {
      return DateRange.of(day, day);
    }

    @Override
    public String word() {
      return "day on which it is owed";
    }

    @Override
    public PeriodScheme beginning(LocalDate first) {
      return this;
    }
  }

  /** Periods of that length of the calendar. */
  static PeriodScheme ofCalendar(Length length) {
    return new OfYears(length, Years.Ending.CALENDAR);
  }

  /** The length of periods. */
  enum Length {
    MONTH(1),
    QUARTER(3),
    HALF_YEAR(6),
    YEAR(12);

    private final int months;

    Length(int months) {
      this.months = months;
    }
  }

  /**
   * Parts of years.
   *
   * @param length the length of each
   * @param years the years that they are parts of
   */
  record OfYears(Length length, Years years) implements PeriodScheme {

    @Override
    public Period containing(LocalDate day) {
      return new Period(this, years.containing(day, length.months));
    }

    @Override
    public Optional<Period> named(String name) {
      return years.named(name, length.months).map(days -> new Period(this, days));
    }

    @Override
    public String nameOf(LocalDate day) {
      return years.nameOf(day, length.months);
    }

    @Override
    public DateRange days() {
      return DateRange.ALWAYS;
    }

    @Override
    public String word() {
      return EnumWords.slug(length);
    }

    @Override
    public PeriodScheme beginning(LocalDate first) {
      return this;
    }
  }

  /**
   * Periods that are named one by one, each from the day after the one before. A period that ends before the first day has no days.
   *
   * <p>Example: from 2021-01-04, {@code P01} through 2021-01-31 and {@code P02} through 2021-02-28.
   *
   * @param first the first day of the first
   * @param named in the order of their days; one at least
   */
  record Schedule(LocalDate first, List<Named> named) implements PeriodScheme {

    public Schedule {
      named = List.copyOf(named);
    }

    /** The name of days after the last period. */
    private static final String NONE = "unscheduled";

    /** A period by its name and its last day. */
    public record Named(String name, LocalDate through) {}

    /** The place of the first period that ends on the day or after it; the number of periods where none does. */
    private int placeOf(LocalDate day) {
      int from = 0;
      int to = named.size();
      while (from < to) {
        int middle = (from + to) >>> 1;
        if (named.get(middle).through().isBefore(day)) {
          from = middle + 1;
        } else {
          to = middle;
        }
      }
      return from;
    }

    private LocalDate last() {
      return named.getLast().through();
    }

    @Override
    public Period containing(LocalDate day) {
      if (day.isBefore(first)) {
        return new Period(this, DateRange.of(DateRange.BEGINNING, first.minusDays(1)));
      }
      int place = placeOf(day);
      if (place == named.size()) {
        return new Period(this, DateRange.of(DateRange.later(first, last().plusDays(1)), DateRange.OPEN_END));
      }
      LocalDate begins = place == 0 ? first : DateRange.later(first, named.get(place - 1).through().plusDays(1));
      return new Period(this, DateRange.of(begins, named.get(place).through()));
    }

    @Override
    public Optional<Period> named(String name) {
      return named.stream()
          .filter(one -> one.name().equals(name) && !one.through().isBefore(first))
          .findFirst()
          .map(one -> containing(one.through()));
    }

    @Override
    public String nameOf(LocalDate day) {
      int place = placeOf(day);
      return place == named.size() || day.isBefore(first) ? NONE : named.get(place).name();
    }

    @Override
    public DateRange days() {
      return DateRange.ifAny(first, last()).orElseGet(() -> DateRange.of(DateRange.BEGINNING, DateRange.BEGINNING));
    }

    @Override
    public String word() {
      return "period of the schedule";
    }

    @Override
    public PeriodScheme beginning(LocalDate day) {
      return new Schedule(day, named);
    }
  }
}
