package io.contract.ledger.api.answer;

import io.contract.ledger.position.CapPosition;
import io.contract.ledger.position.PeriodRow;
import io.contract.ledger.position.Position;
import io.contract.ledger.position.ReadPosition;
import io.contract.ledger.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What differs between positions: each figure from what to what, in caps, periods and readings too. */
final class PositionDifference {

  private PositionDifference() {}

  /** By clause. */
  static Value.Tree of(List<Position> from, List<Position> to) {
    return Difference.ofRows(from, to, Position::clause, PositionDifference::position);
  }

  private static Value.Tree position(Optional<Position> from, Optional<Position> to) {
    Value.Tree own = Difference.ofFields(from.map(PositionAnswer::own), to.map(PositionAnswer::own));
    Value.Tree parts =
        parts(
            own, from.map(Position::caps), to.map(Position::caps), from.map(Position::periods),
            to.map(Position::periods));
    Value.Tree readings =
        Difference.ofRows(
            from.map(Position::readings).orElse(List.of()),
            to.map(Position::readings).orElse(List.of()),
            read -> PositionAnswer.name(read.reading()),
            PositionDifference::reading);
    return Difference.with(parts, "readings", readings);
  }

  private static Value.Tree reading(Optional<ReadPosition> from, Optional<ReadPosition> to) {
    Value.Tree own = Difference.ofFields(from.map(PositionAnswer::own), to.map(PositionAnswer::own));
    return parts(
        own, from.map(ReadPosition::caps), to.map(ReadPosition::caps), from.map(ReadPosition::periods),
        to.map(ReadPosition::periods));
  }

  private static Value.Tree parts(
      Value.Tree own,
      Optional<List<CapPosition>> capsFrom,
      Optional<List<CapPosition>> capsTo,
      Optional<List<PeriodRow>> periodsFrom,
      Optional<List<PeriodRow>> periodsTo) {
    Value.Tree caps =
        Difference.ofRows(
            numbered(capsFrom), numbered(capsTo), Numbered::name,
            (one, other) -> Difference.ofFields(one.map(Numbered::write), other.map(Numbered::write)));
    Value.Tree periods =
        Difference.ofRows(
            periodsFrom.orElse(List.of()), periodsTo.orElse(List.of()), PeriodRow::period,
            (one, other) -> Difference.ofFields(
                one.map(row -> PositionAnswer.period(row).without("period")),
                other.map(row -> PositionAnswer.period(row).without("period"))));
    return Difference.with(Difference.with(own, "caps", caps), "periods", periods);
  }

  /** A cap by its place in the clause. */
  private record Numbered(String name, CapPosition cap) {
    Value.Tree write() {
      return PositionAnswer.cap(cap);
    }
  }

  private static List<Numbered> numbered(Optional<List<CapPosition>> caps) {
    List<CapPosition> all = caps.orElse(List.of());
    return IntStream.range(0, all.size()).mapToObj(i -> new Numbered(Integer.toString(i), all.get(i))).toList();
  }
}
