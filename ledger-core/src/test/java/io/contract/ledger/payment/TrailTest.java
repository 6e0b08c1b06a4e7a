package io.contract.ledger.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.id.PartyId;
import io.contract.ledger.terms.Book;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two trails tell what either has touched since they parted, or that it is too long ago to tell. */
class TrailTest {

  private static final LocalDate DAY = LocalDate.of(2024, 1, 1);
  private static final Book BOOK = new Book(new PartyId("acme"), new PartyId("globex"));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 257, 300, 511, 512, 513, 2_000})
  void whatWasTouchedSinceTheyPartedIsToldOrKnownToBeForgotten(int before) {
    Random random = new Random(before);
    for (int trial = 0; trial < 50; trial++) {
      Branch common = new Branch(Trail.BEGINNING, List.of()).on(0, before);
      int ours = random.nextInt(700);
      int theirs = random.nextInt(700);
      Branch one = new Branch(common.trail, List.of()).on(10_000, ours);
      Branch other = new Branch(common.trail, List.of()).on(20_000, theirs);
      List<Trail.Step> expected = new ArrayList<>(one.steps);
      expected.addAll(other.steps);

      Optional<List<Trail.Step>> told = Trail.difference(one.trail, other.trail);

      told.ifPresent(steps -> assertThat(steps).containsExactlyInAnyOrderElementsOf(expected));
      if (Math.max(ours, theirs) <= 256) {
        assertThat(told).as("%s and %s steps after %s", ours, theirs, before).isPresent();
      }
      if (before > 0 && Math.max(ours, theirs) >= 512) {
        assertThat(told).as("%s and %s steps after %s", ours, theirs, before).isEmpty();
      }
    }
  }

  /** A trail with the steps that it has made of late. */
  private record Branch(Trail trail, List<Trail.Step> steps) {

    Branch on(int first, int count) {
      Trail longer = trail;
      List<Trail.Step> made = new ArrayList<>();
      for (int number = first; number < first + count; number++) {
        Trail.Step step = new Trail.Step.OfPayment(BOOK, new Allocation.Source.ByPayment(DAY, number, false, null));
        longer = longer.plus(step);
        made.add(step);
      }
      return new Branch(longer, made);
    }
  }
}
