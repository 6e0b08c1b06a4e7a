package io.contract.ledger.obligation;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of terms that stand for as long as they are in force: duties, restrictions and rights (domain page, section 7). */
record StandingTerms(ClauseHistory history, LocalDate day, Wording wording) {

  Stream<Obligation> rows() {
    return history.inForceOn(day).stream().flatMap(this::rowsOf);
  }

  private Stream<Obligation> rowsOf(Revision revision) {
    return switch (revision.clause()) {
      case Clause.Licence licence -> licence(revision, licence);
      case Clause.Designation it ->
        Stream.of(
            right(
                revision,
                it.of(),
                Optional.of(it.by()),
                "%s names %s its %s.".formatted(wording.party(it.by()), wording.party(it.of()),
                    Wording.words(it.role()))));
      case Clause.FirstShip it ->
        Stream.of(standing(revision, history.id(), it.obligor(), Optional.of(it.provider()), firstShip(it)));
      case Clause.Permission it ->
        Stream.of(
            right(
                revision,
                it.holder(),
                Optional.empty(),
                "%s may %s.".formatted(wording.party(it.holder()), Wording.words(it.act()))));
      case Clause.Restriction it ->
        Stream.of(
            standing(
                revision,
                history.id(),
                it.obligor(),
                Optional.empty(),
                "%s must not %s.".formatted(wording.party(it.obligor()), Wording.words(it.act()))));
      case Clause.Shareholding it ->
        Stream.of(right(revision, it.holder(), Optional.of(it.issuer()), shareholding(it)));
      case Clause.RevenueShare ignored -> throw notStanding(revision);
      case Clause.PurchaseCommitment ignored -> throw notStanding(revision);
      case Clause.Duty ignored -> throw notStanding(revision);
    };
  }

  private Stream<Obligation> licence(Revision revision, Clause.Licence it) {
    String subject = Wording.words(it.subject());
    Obligation right =
        right(
            revision,
            it.licensee(),
            Optional.of(it.licensor()),
            "%s may use %s under %s licence from %s."
                .formatted(
                    wording.party(it.licensee()),
                    subject,
                    it.exclusive() ? "an exclusive" : "a non-exclusive",
                    wording.party(it.licensor())));
    if (!it.exclusive()) {
      return Stream.of(right);
    }
    return Stream.of(
        right,
        standing(
            revision,
            history.id() + "/exclusivity",
            it.licensor(),
            Optional.of(it.licensee()),
            "%s must license %s to nobody but %s.".formatted(wording.party(it.licensor()), subject,
                wording.party(it.licensee()))));
  }

  private String firstShip(Clause.FirstShip it) {
    String unless = it.exception() == null ? "" : " unless " + exception(it.provider(), it.exception());
    return "%s must ship its products in %s, the venue of %s, before any other%s."
        .formatted(wording.party(it.obligor()), it.venue(), wording.party(it.provider()), unless);
  }

  private String exception(String provider, Clause.ShipException exception) {
    List<String> grounds = exception.of().stream().map(StandingTerms::ground).toList();
    boolean isOpen = exception.requires() == Clause.ShipException.Requires.UNSTATED && grounds.size() > 1;
    String joined =
        switch (exception.requires()) {
          case ALL -> String.join(" and ", grounds);
          case ANY -> String.join(" or ", grounds);
          case UNSTATED -> String.join(" and/or ", grounds);
        };
    return wording.party(provider) + " " + joined + (isOpen ? " (the text leaves open whether it takes both)" : "");
  }

  private static String ground(Clause.ShipException.Ground ground) {
    return switch (ground) {
      case CANNOT_SUPPORT -> "cannot support them";
      case CHOOSES_NOT_TO_SUPPORT -> "chooses not to support them";
    };
  }

  private String shareholding(Clause.Shareholding it) {
    BigDecimal stake = it.stake();
    String share =
        stake == null ? "shares" : stake.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    return "%s holds %s of %s.".formatted(wording.party(it.holder()), share, wording.party(it.issuer()));
  }

  private Obligation right(Revision revision, String bearer, Optional<String> counterparty, String summary) {
    return row(
        revision, history.id(), Obligation.Kind.RIGHT, Obligation.Modality.RIGHT, bearer, counterparty, summary);
  }

  private Obligation standing(
      Revision revision, String ref, String bearer, Optional<String> counterparty, String summary) {
    return row(
        revision, ref, Obligation.Kind.STANDING, Obligation.Modality.OBLIGATION, bearer, counterparty, summary);
  }

  private Obligation row(
      Revision revision,
      String ref,
      Obligation.Kind kind,
      Obligation.Modality modality,
      String bearer,
      Optional<String> counterparty,
      String summary) {
    Optional<LocalDate> last = revision.inForce().map(DateRange::last).filter(end -> !end.equals(DateRange.OPEN_END));
    return new Obligation(
        ref,
        history.id(),
        Optional.empty(),
        kind,
        modality,
        bearer,
        counterparty,
        summary,
        last,
        Optional.empty(),
        Optional.empty(),
        Optional.of("in-force"),
        revision.amendment(),
        ObligationCalculator.endsSoon(last, day));
  }

  private static IllegalStateException notStanding(Revision revision) {
    return new IllegalStateException("expected a standing term, found " + revision.clause());
  }
}
