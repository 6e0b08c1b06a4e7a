package io.contract.ledger.api.console;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.api.ledger.Ledger;
import io.contract.ledger.api.store.OverviewFilter;
import io.contract.ledger.fact.known.Known;
import io.contract.ledger.id.ClauseId;
import io.contract.ledger.terms.Amendment;
import io.contract.ledger.terms.ExecutedAgreement;
import io.contract.ledger.terms.TermsTimeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the first page shows of each agreement. */
@Component
final class HomeView {

  private final Ledger ledger;

  HomeView(Ledger ledger) {
    this.ledger = ledger;
  }

  /** An agreement, with questions to try. */
  record Shown(String id, String title, String parties, String effectiveOn, long events, List<Link> links) {}

  /** A question and its address. */
  record Link(String text, String address) {}

  /** The agreements that are shown, and whether there are more. */
  record Page(List<Shown> agreements, boolean more) {}

  /** The first agreements with these words in their id or title, at most that many. */
  Page first(int most, String words) {
    OverviewFilter named =
        new OverviewFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(words.strip()).filter(w -> !w.isEmpty()),
            Set.of());
    List<Shown> found =
        ledger.agreements(named, Optional.empty(), most + 1).stream()
            .flatMap(id -> ledger.find(id).stream())
            .map(HomeView::shown)
            .toList();
    return new Page(found.stream().limit(most).toList(), found.size() > most);
  }

  private static Optional<Amendment> lastAmendment(Agreement agreement) {
    return TermsTimeline.inOrder(agreement.facts().amendments().stream().map(Known::fact).toList()).stream()
        .reduce((earlier, later) -> later);
  }

  private static Shown shown(Agreement agreement) {
    ExecutedAgreement executed = agreement.executed();
    return new Shown(
        executed.id().text(),
        executed.title(),
        agreement.terms().parties().stream().map(ExecutedAgreement.Party::name).collect(Collectors.joining(", ")),
        executed.effectiveOn().toString(),
        agreement.nextSequence(),
        links(agreement, "/api/v1/agreements/" + executed.id()));
  }

  private static List<Link> links(Agreement agreement, String at) {
    List<Link> links = new ArrayList<>();
    links.add(new Link("What is in force today, and which amendment set it", at));
    lastAmendment(agreement).ifPresent(last -> links.addAll(around(last, at)));
    links.add(
        new Link("What has accrued, is paid and is outstanding, under every reading of the caps", at + "/position"));
    links.add(new Link("Who owes what to whom, by when", at + "/obligations"));
    for (ExecutedAgreement.Party party : agreement.terms().parties()) {
      links.add(new Link("What concerns " + party.name(), at + "/obligations?party=" + party.id()));
    }
    for (ClauseId clause : agreement.facts().statements().clauses()) {
      int last = agreement.facts().statements().of(clause).size();
      links.add(
          new Link(
              "Statement " + last + " of " + clause + ", the last, as a page to print",
              at + "/clauses/" + clause + "/statements/" + last));
    }
    links.add(new Link("The chain of amendments", at + "/amendments"));
    links.add(new Link("Launches and how they are judged", at + "/launches"));
    links.add(new Link("Everything that was recorded, in order", at + "/history"));
    return links;
  }

  private static List<Link> around(Amendment amendment, String at) {
    LocalDate day = amendment.effectiveOn();
    return List.of(
        new Link(
            "What was in force from " + day + ", when amendment " + amendment.number() + " became effective",
            at + "?effectiveOn=" + day),
        new Link("What was in force the day before", at + "?effectiveOn=" + day.minusDays(1)));
  }
}
