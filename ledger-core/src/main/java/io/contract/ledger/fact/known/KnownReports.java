package io.contract.ledger.fact.known;

import static io.contract.ledger.fact.known.Maps.expect;
import static io.contract.ledger.fact.known.Maps.under;

import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.Restatement;
import io.contract.ledger.fact.RevenueReport;
import io.contract.ledger.id.ReportId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;

/**
 * Revenue reports with their restatements.
 *
 * @param byId the reports that are not withdrawn, by their own id
 * @param rootOf the report that an id belongs to: its own id, or that of a restatement, withdrawn ones included
 * @param byStream ids of the reports that are not withdrawn, by stream and first day
 */
public record KnownReports(
    PMap<ReportId, KnownReport> byId,
    PMap<ReportId, ReportId> rootOf,
    PMap<String, PSortedMap<LocalDate, ReportId>> byStream) {

  static final KnownReports NONE =
      new KnownReports(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

  KnownReports plus(long sequence, Fact fact) {
    if (fact instanceof RevenueReport report) {
      return new KnownReports(
          byId.plus(report.id(), new KnownReport(new Known<>(sequence, report))),
          rootOf.plus(report.id(), report.id()),
          byStream.plus(report.stream(), under(byStream, report.stream()).plus(report.from(), report.id())));
    }
    return fact instanceof Restatement restatement ? restated(new Known<>(sequence, restatement)) : this;
  }

  private KnownReports restated(Known<Restatement> restatement) {
    ReportId root = rootOf(restatement.fact().restates());
    return new KnownReports(
        byId.plus(root, standing(root).with(restatement)), rootOf.plus(restatement.fact().id(), root), byStream);
  }

  KnownReports minus(long sequence, Fact fact) {
    if (fact instanceof RevenueReport report) {
      return new KnownReports(
          byId.minus(report.id()),
          rootOf,
          byStream.plus(report.stream(), under(byStream, report.stream()).minus(report.from())));
    }
    return fact instanceof Restatement restatement ? unrestated(sequence, rootOf(restatement.id())) : this;
  }

  private KnownReports unrestated(long sequence, ReportId root) {
    KnownReport report = byId.get(root);
    return report == null
        ? this
        : new KnownReports(byId.plus(root, report.without(sequence)), rootOf, byStream);
  }

  /** The events that are withdrawn along with the fact: the restatements of a report. */
  LongStream restatementsOf(Fact fact) {
    return fact instanceof RevenueReport report
        ? standing(report.id()).restatements().stream().mapToLong(Known::sequence)
        : LongStream.empty();
  }

  /** The event that has the fact's id and is not withdrawn. */
  Optional<Long> sameName(Fact fact) {
    if (fact instanceof RevenueReport report) {
      return sequenceOf(report.id());
    }
    return fact instanceof Restatement restatement ? sequenceOf(restatement.id()) : Optional.empty();
  }

  /** The event of the report or restatement of that id; empty when there is none that is not withdrawn. */
  private Optional<Long> sequenceOf(ReportId id) {
    return named(id)
        .flatMap(
            report -> Stream.<Known<? extends Fact>>concat(Stream.of(report.report()), report.restatements().stream())
                .filter(known -> id.equals(known.fact().id()))
                .map(Known::sequence)
                .findFirst());
  }

  /** The report of that id, or the one that the restatement of that id belongs to. */
  public Optional<KnownReport> named(ReportId id) {
    return Optional.ofNullable(rootOf.get(id)).map(byId::get);
  }

  /** Whether there is a report or restatement of that id that is not withdrawn. */
  public boolean isStanding(ReportId id) {
    return sequenceOf(id).isPresent();
  }

  /** Every report, in order of recording. */
  public List<KnownReport> all() {
    return byId.values().stream()
        .sorted(Comparator.comparingLong(report -> report.report().sequence()))
        .toList();
  }

  /** The reports of a stream, in order of their days. */
  public Stream<KnownReport> of(String stream) {
    return under(byStream, stream).values().stream().map(this::standing);
  }

  /** The reports of a stream that have a day on or after {@code from}. */
  public Stream<KnownReport> of(String stream, LocalDate from) {
    PSortedMap<LocalDate, ReportId> ofStream = under(byStream, stream);
    Map.Entry<LocalDate, ReportId> before = ofStream.lowerEntry(from);
    return Stream
        .concat(Stream.ofNullable(before).map(Map.Entry::getValue), ofStream.tailMap(from, true).values().stream())
        .map(this::standing)
        .filter(report -> !report.days().last().isBefore(from));
  }

  /** The first report of the stream that has a day from {@code from} through {@code through}, both inclusive. */
  public Optional<KnownReport> within(String stream, LocalDate from, LocalDate through) {
    PSortedMap<LocalDate, ReportId> ofStream = under(byStream, stream);
    return Stream.of(ofStream.floorEntry(from), ofStream.ceilingEntry(from))
        .filter(Objects::nonNull)
        .map(entry -> standing(entry.getValue()))
        .filter(report -> !report.days().last().isBefore(from) && !report.days().first().isAfter(through))
        .findFirst();
  }

  private ReportId rootOf(ReportId id) {
    return expect(rootOf.get(id), id);
  }

  private KnownReport standing(ReportId id) {
    return expect(byId.get(id), id);
  }
}
