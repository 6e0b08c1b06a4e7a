package io.contract.ledger.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.contract.ledger.calendar.Period;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.money.Currency;
import io.contract.ledger.money.Money;
import io.contract.ledger.payment.Allocation;
import io.contract.ledger.payment.Claim;
import io.contract.ledger.payment.UnknownInterest;
import io.contract.ledger.position.Happening.Moment;
import io.contract.ledger.share.CapTerms;
import io.contract.ledger.terms.Book;
import io.contract.ledger.terms.Revision;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a fold has to go back, counted in payments of one day: the first is number 1. */
class FoldCopiesTest {

  private static final LocalDate DAY = LocalDate.of(2021, 1, 1);
  private static final Book BOOK = new Book(new PartyId("acme"), new PartyId("globex"));
  private static final Currency USD = Currency.of("USD");

  /** Terms that payments alone never ask for. */
  private static final ReadingFold.Terms NO_TERMS =
      new ReadingFold.Terms() {
        @Override
        public List<CapTerms> capsOf(Revision revision) {
          throw new AssertionError("payments have no caps");
        }

        @Override
        public Claim claimOf(Book book, Period period, LocalDate day) {
          throw new AssertionError("payments have no period");
        }

        @Override
        public List<Happening.Waived> waiversOn(LocalDate day) {
          throw new AssertionError("payments are not limited");
        }
      };

  private final FoldCopies copies = new FoldCopies();

  private void pay(ReadingFold fold, long first, long last) {
    for (long number = first; number <= last; number++) {
      fold.happen(
          new Happening.Paid(BOOK, new Allocation.Source.ByPayment(DAY, number, false, null),
              new Money(USD, BigDecimal.ONE)),
          NO_TERMS);
      copies.happened(fold);
    }
  }

  private static ReadingFold newFold() {
    return new ReadingFold(USD, List.of(), new FixedRates(KnownFacts.NONE.fixings()), UnknownInterest.LEAST, false);
  }

  private long seenBefore(long payment) {
    return copies.backBefore(Moment.of(DAY, payment)).map(fold -> fold.at().order()).orElse(0L);
  }

  @ParameterizedTest(name = "after {0} payments, number {1} comes otherwise")
  @CsvSource({"7, 7", "8, 8", "9, 9", "100, 100", "100, 93", "100, 1", "1000, 999", "1000, 900", "1000, 600", "1000, 9",
      "14336, 10000", "14336, 5130", "14336, 5121", "14336, 2", "20000, 19992", "20000, 17000", "20000, 12000"})
  @DisplayName("going back costs at most half as much again, and up to two copies' distance")
  void goesBackLittleFurtherThanItMust(long payments, long other) {
    pay(newFold(), 1, payments);

    long seen = seenBefore(other);

    long mustRunAgain = payments - (other - 1);
    assertThat(seen).isLessThan(other);
    assertThat(payments - seen).isLessThanOrEqualTo(mustRunAgain + mustRunAgain / 2 + 16);
  }

  @Test
  @DisplayName("what it goes back to is as it was: of 100 payments the first 56, and going on from there copies as before")
  void isAsItWas() {
    pay(newFold(), 1, 100);

    ReadingFold back = copies.backBefore(Moment.of(DAY, 60)).orElseThrow();

    assertThat(back.at()).isEqualTo(Moment.of(DAY, 56));
    assertThat(back.settlement().paid(BOOK)).isEqualTo(Money.of("USD", "56"));
    pay(back, 57, 200);
    assertThat(seenBefore(200)).isEqualTo(192);
    // Of the 25 copies, one every 8, the last three of each kind: 21, 23, 25; 14, 18, 22; 4, 12, 20; 8, 24; 16.
    assertThat(seenBefore(57)).isEqualTo(4 * 8);
  }

  @Test
  @DisplayName("cleared, there is nothing to go back to")
  void isCleared() {
    pay(newFold(), 1, 100);

    copies.clear();

    assertThat(copies.backBefore(Moment.of(DAY, 100))).isEmpty();
  }
}
