package io.contract.ledger.api.answer;

import io.contract.ledger.position.CapPosition;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.ReadPosition;
import io.contract.ledger.statement.Adjustment;
import io.contract.ledger.statement.PendingAdjustments;
import io.contract.ledger.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** The differences between positions: each figure with its values before and after, also in caps, periods and readings. */
final class PositionDifference {

  private PositionDifference() {}

  /** A position with the pending adjustments of its book. */
  private record Pended(Position position, PendingAdjustments pending) {}

  /** A position under one reading with its pending adjustments. */
  private record ReadPended(ReadPosition position, List<Adjustment> pending) {}

  /** The differences by the names of positions, by which pending adjustments are given too. */
  static Value.Tree of(
      List<Position> from, Map<String, PendingAdjustments> pendingFrom, List<Position> to,
      Map<String, PendingAdjustments> pendingTo) {
    return Difference.ofRows(
        pended(from, pendingFrom), pended(to, pendingTo), one -> one.position().name(),
        PositionDifference::position);
  }

  private static List<Pended> pended(List<Position> positions, Map<String, PendingAdjustments> pending) {
    return positions.stream()
        .map(position -> new Pended(position, Objects.requireNonNull(pending.get(position.name()))))
        .toList();
  }

  private static Value.Tree position(Optional<Pended> from, Optional<Pended> to) {
    Value.Tree own = Difference.ofFields(from.map(PositionDifference::own), to.map(PositionDifference::own));
    Value.Tree parts =
        parts(
            own, from.map(one -> one.position().caps()), to.map(one -> one.position().caps()),
            from.map(one -> one.position().periods()), to.map(one -> one.position().periods()));
    Value.Tree readings =
        Difference.ofRows(
            readings(from), readings(to), read -> PositionAnswer.name(read.position().reading()),
            PositionDifference::reading);
    Value.Tree pending =
        pending(from.map(one -> one.pending().adjustments()), to.map(one -> one.pending().adjustments()));
    return Difference.with(Difference.with(parts, "readings", readings), "pendingAdjustments", pending);
  }

  private static Value.Tree own(Pended one) {
    return PositionAnswer.own(one.position(), one.pending());
  }

  private static List<ReadPended> readings(Optional<Pended> one) {
    return one.stream()
        .flatMap(
            pended -> pended.position().readings().stream()
                .map(read -> new ReadPended(read, pended.pending().of(read.reading()))))
        .toList();
  }

  private static Value.Tree reading(Optional<ReadPended> from, Optional<ReadPended> to) {
    Value.Tree own =
        Difference.ofFields(
            from.map(one -> PositionAnswer.own(one.position())), to.map(one -> PositionAnswer.own(one.position())));
    Value.Tree parts =
        parts(
            own, from.map(one -> one.position().caps()), to.map(one -> one.position().caps()),
            from.map(one -> one.position().periods()), to.map(one -> one.position().periods()));
    return Difference.with(
        parts, "pendingAdjustments", pending(from.map(ReadPended::pending), to.map(ReadPended::pending)));
  }

  /** The differences between pending adjustments, by period. */
  private static Value.Tree pending(Optional<List<Adjustment>> from, Optional<List<Adjustment>> to) {
    return Difference.ofPlainRows(
        from.orElse(List.of()), to.orElse(List.of()), Adjustment::period, PositionDifference::amount);
  }

  private static Value.Tree amount(Adjustment adjustment) {
    return Value.EMPTY.with("amount", Amounts.orNull(adjustment.amount()));
  }

  private static Value.Tree parts(
      Value.Tree own,
      Optional<List<CapPosition>> capsFrom,
      Optional<List<CapPosition>> capsTo,
      Optional<List<PeriodRow>> periodsFrom,
      Optional<List<PeriodRow>> periodsTo) {
    Value.Tree caps =
        Difference.ofPlainRows(numbered(capsFrom), numbered(capsTo), Numbered::name, Numbered::write);
    Value.Tree periods =
        Difference.ofPlainRows(
            periodsFrom.orElse(List.of()), periodsTo.orElse(List.of()), PeriodRow::period,
            row -> PositionAnswer.period(row).without("period"));
    return Difference.with(Difference.with(own, "caps", caps), "periods", periods);
  }

  /** A cap that is named by its place in the clause, from 1. */
  private record Numbered(String name, CapPosition cap) {
    Value.Tree write() {
      return PositionAnswer.cap(cap);
    }
  }

  private static List<Numbered> numbered(Optional<List<CapPosition>> caps) {
    List<CapPosition> all = caps.orElse(List.of());
    return IntStream.range(0, all.size()).mapToObj(i -> new Numbered(Integer.toString(i + 1), all.get(i))).toList();
  }
}
