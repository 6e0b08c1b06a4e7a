package io.contract.ledger.obligation;

import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ClauseHistory;
import io.contract.ledger.terms.Revision;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of terms that hold for as long as they are in force: duties, restrictions and rights (domain page, section 7). */
record TermObligations(ClauseHistory history, LocalDate day, ObligationWording wording) {

  Stream<Obligation> rows() {
    return history.inForceOn(day).stream().flatMap(this::rowsOf);
  }

  private Stream<Obligation> rowsOf(Revision revision) {
    return switch (revision.clause()) {
      case Clause.Licence it -> licence(revision, it);
      case Clause.Designation it -> one(designation(revision, it));
      case Clause.FirstShip it -> one(firstShip(revision, it));
      case Clause.Permission it -> one(permission(revision, it));
      case Clause.Restriction it -> one(restriction(revision, it));
      case Clause.Shareholding it -> one(shareholding(revision, it));
      case Clause.Payable _,Clause.PurchaseCommitment _,Clause.Duty _ -> throw notStanding(revision);
    };
  }

  private static Stream<Obligation> one(Obligation.Builder row) {
    return Stream.of(row.build());
  }

  private Stream<Obligation> licence(Revision revision, Clause.Licence it) {
    String subject = ObligationWording.words(it.subject());
    Obligation.Builder right =
        right(revision)
            .bearer(it.licensee())
            .counterparty(it.licensor())
            .summary(
                "%s may use %s under %s licence from %s."
                    .formatted(
                        wording.party(it.licensee()),
                        subject,
                        kind(it.exclusive()),
                        wording.party(it.licensor())));
    if (!it.isExclusive()) {
      return one(right);
    }
    Obligation.Builder exclusivity =
        standing(revision)
            .below("exclusivity")
            .bearer(it.licensor())
            .counterparty(it.licensee())
            .summary(
                "%s must license %s to nobody but %s."
                    .formatted(wording.party(it.licensor()), subject, wording.party(it.licensee())));
    return Stream.of(right.build(), exclusivity.build());
  }

  private static String kind(@Nullable Boolean exclusive) {
    return exclusive == null ? "a" : exclusive ? "an exclusive" : "a non-exclusive";
  }

  private Obligation.Builder designation(Revision revision, Clause.Designation it) {
    return right(revision)
        .bearer(it.of())
        .counterparty(it.by())
        .summary(
            "%s names %s its %s."
                .formatted(wording.party(it.by()), wording.party(it.of()), ObligationWording.words(it.role())));
  }

  private Obligation.Builder firstShip(Revision revision, Clause.FirstShip it) {
    return standing(revision).bearer(it.obligor()).counterparty(it.provider()).summary(firstShip(it));
  }

  private Obligation.Builder permission(Revision revision, Clause.Permission it) {
    return right(revision)
        .bearer(it.holder())
        .summary("%s may %s.".formatted(wording.party(it.holder()), ObligationWording.words(it.act())));
  }

  private Obligation.Builder restriction(Revision revision, Clause.Restriction it) {
    return standing(revision)
        .bearer(it.obligor())
        .summary("%s must not %s.".formatted(wording.party(it.obligor()), ObligationWording.words(it.act())));
  }

  private Obligation.Builder shareholding(Revision revision, Clause.Shareholding it) {
    return right(revision).bearer(it.holder()).counterparty(it.issuer()).summary(shareholding(it));
  }

  private String firstShip(Clause.FirstShip it) {
    String unless = it.exception() == null ? "" : " unless " + exception(it.provider(), it.exception());
    return "%s must ship its products in %s, the venue of %s, before any other%s."
        .formatted(wording.party(it.obligor()), it.venue(), wording.party(it.provider()), unless);
  }

  private String exception(PartyId provider, Clause.ShipException exception) {
    List<String> grounds = exception.of().stream().map(TermObligations::ground).toList();
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

  private Obligation.Builder right(Revision revision) {
    return row(revision, Obligation.Kind.RIGHT);
  }

  private Obligation.Builder standing(Revision revision) {
    return row(revision, Obligation.Kind.STANDING);
  }

  private Obligation.Builder row(Revision revision, Obligation.Kind kind) {
    Optional<LocalDate> last = revision.inForce().map(DateRange::last).filter(end -> !end.equals(DateRange.OPEN_END));
    return Obligation.of(kind, history.id())
        .dueOn(last)
        .status("in-force")
        .setBy(revision.amendment())
        .endingSoon(Timing.endsSoon(last, day));
  }

  private static IllegalStateException notStanding(Revision revision) {
    return new IllegalStateException("expected a standing term, found " + revision.clause());
  }
}
