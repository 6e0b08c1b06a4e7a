package io.contract.ledger.fact.known;

import static io.contract.ledger.fact.known.Maps.expect;
import static io.contract.ledger.fact.known.Maps.under;

import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.Payment;
import io.contract.ledger.fact.Reversal;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.PaymentId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Payments with their reversals.
 *
 * @param byId the payments that are not withdrawn, reversed or not
 * @param byClause ids of the payments that are not withdrawn, by clause, in the order in which they settle
 * @param reversed ids of the reversed payments, by the day of the reversal
 */
public record KnownPayments(
    PMap<PaymentId, KnownPayment> byId,
    PMap<ClauseId, PSortedMap<Dated, PaymentId>> byClause,
    PSortedMap<Dated, PaymentId> reversed) {

  static final KnownPayments NONE =
      new KnownPayments(HashTreePMap.empty(), HashTreePMap.empty(), TreePMap.empty());

  KnownPayments plus(long sequence, Fact fact) {
    if (fact instanceof Payment payment) {
      return plus(new Known<>(sequence, payment), payment);
    }
    return fact instanceof Reversal reversal
        ? reverse(reversal.payment(), new Known<>(sequence, reversal))
        : this;
  }

  private KnownPayments plus(Known<Payment> known, Payment payment) {
    return new KnownPayments(
        byId.plus(payment.id(), new KnownPayment(known, null)),
        byClause.plus(payment.clause(), under(byClause, payment.clause()).plus(Dated.of(known), payment.id())),
        reversed);
  }

  private KnownPayments reverse(PaymentId id, @Nullable Known<Reversal> reversal) {
    KnownPayment known = standing(id);
    PSortedMap<Dated, PaymentId> others = withoutReversalOf(known);
    return new KnownPayments(
        byId.plus(id, new KnownPayment(known.payment(), reversal)),
        byClause,
        reversal == null ? others : others.plus(Dated.of(reversal), id));
  }

  private PSortedMap<Dated, PaymentId> withoutReversalOf(KnownPayment payment) {
    return payment.reversal() == null ? reversed : reversed.minus(Dated.of(payment.reversal()));
  }

  KnownPayments minus(Fact fact) {
    if (fact instanceof Payment payment) {
      KnownPayment known = standing(payment.id());
      PSortedMap<Dated, PaymentId> others = under(byClause, payment.clause()).minus(Dated.of(known.payment()));
      return new KnownPayments(
          byId.minus(payment.id()), byClause.plus(payment.clause(), others), withoutReversalOf(known));
    }
    return fact instanceof Reversal reversal ? reverse(reversal.payment(), null) : this;
  }

  /** The events that are withdrawn along with the fact: the reversal of a payment. */
  LongStream reversalOf(Fact fact) {
    return fact instanceof Payment payment
        ? Stream.ofNullable(standing(payment.id()).reversal()).mapToLong(Known::sequence)
        : LongStream.empty();
  }

  /** The event that has the fact's id and is not withdrawn. */
  Optional<Long> sameName(Fact fact) {
    return fact instanceof Payment payment
        ? named(payment.id()).map(known -> known.payment().sequence())
        : Optional.empty();
  }

  public Optional<KnownPayment> named(PaymentId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Every payment, in order of recording. */
  public List<KnownPayment> all() {
    return byId.values().stream()
        .sorted(Comparator.comparingLong(payment -> payment.payment().sequence()))
        .toList();
  }

  /** The payments on a clause, in the order in which they settle. */
  public Stream<KnownPayment> on(ClauseId clause) {
    return under(byClause, clause).values().stream().map(this::standing);
  }

  /**
   * The payments on a clause from a place in their order on: those made on {@code from} and recorded with {@code sequence} or
   * later, and those made on a later day.
   */
  public Stream<KnownPayment> on(ClauseId clause, LocalDate from, long sequence) {
    return under(byClause, clause).tailMap(new Dated(from, sequence), true).values().stream().map(this::standing);
  }

  /** The payments on a clause that are reversed from {@code from} through {@code through}. */
  public Stream<KnownPayment> reversedOn(ClauseId clause, LocalDate from, LocalDate through) {
    return reversed.subMap(Dated.startOf(from), true, Dated.endOf(through), true).values().stream()
        .map(this::standing)
        .filter(payment -> payment.payment().fact().clause().equals(clause));
  }

  private KnownPayment standing(PaymentId id) {
    return expect(byId.get(id), id);
  }
}
