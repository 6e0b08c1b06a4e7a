package io.contract.ledger.api.obligation;

import io.contract.ledger.api.answer.AnswerHead;
import io.contract.ledger.api.answer.Lists;
import io.contract.ledger.api.answer.ObligationAnswer;
import io.contract.ledger.api.http.AcrossQuestion;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.ProblemException;
import io.contract.ledger.api.store.OverviewFilter;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.id.AgreementId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who owes what to whom and by when, under all agreements. */
@RestController
@RequestMapping(path = "/api/v1/obligations", produces = MediaType.APPLICATION_JSON_VALUE)
final class AllObligationsController {

  /** The largest number of agreements that are visited for one page, so that every question ends in time. */
  private static final int MOST_AGREEMENTS = 500;

  @GetMapping
  @Answers(AnswerKind.OBLIGATIONS_OF_ALL)
  @Operation(operationId = "obligationsOfAll", summary = "Who owes what to whom by when, under every agreement; settled payments only with status=all", description = "In the order of agreements, each with its rows in the order of its own list. A page may have fewer rows than the limit, even none, and still a next: at most 500 agreements are looked at for one, and for about five seconds. An agreement that cannot be answered for has one row, which says why.")
  ResponseEntity<Value.Tree> list(
      @RequestParam(name = "party", required = false) @Nullable String party,
      @RequestParam(name = "status", required = false) @Nullable String status,
      @RequestParam(name = "dueThrough", required = false) @Nullable String dueThrough,
      @RequestParam(name = "endingSoon", required = false) @Nullable String endingSoon,
      AcrossQuestion question) {
    ObligationFilter wanted = ObligationFilter.of(party, status, dueThrough, endingSoon);
    OverviewFilter by =
        new OverviewFilter(
            Optional.of(question.knownAt()), Optional.of(question.effectiveOn()), wanted.party(), Optional.empty(),
            wanted.kinds());
    return new Page(question, wanted, by).answer();
  }

  /** A page that is being filled. */
  private static final class Page {
    private final AcrossQuestion question;
    private final ObligationFilter wanted;
    private final OverviewFilter by;
    private final List<Value.Tree> rows = new ArrayList<>();
    private AgreementId done;

    private Page(AcrossQuestion question, ObligationFilter wanted, OverviewFilter by) {
      this.question = question;
      this.wanted = wanted;
      this.by = by;
      this.done = question.after().map(AcrossQuestion.Place::agreement).orElse(new AgreementId(""));
    }

    private ResponseEntity<Value.Tree> answer() {
      Optional<AcrossQuestion.Place> end = fill();
      if (rows.isEmpty() && question.after().isEmpty() && end.isEmpty()) {
        requireKnownParty();
      }
      return question.answer(rows, end);
    }

    /** A list of nothing must not come from a misspelt party. */
    private void requireKnownParty() {
      wanted.party().filter(party -> question.ids(ofParty(party), 1).isEmpty()).ifPresent(party -> {
        throw ProblemException.at(
            "party", Code.UNKNOWN_PARTY,
            "no agreement known at " + question.knownAt() + " has the party '" + party + "'");
      });
    }

    private OverviewFilter ofParty(PartyId party) {
      return new OverviewFilter(
          Optional.of(question.knownAt()), Optional.empty(), Optional.of(party), Optional.empty(), Set.of());
    }

    /** Adds rows until the page is full. Returns where the page ends; empty when there are no more rows. */
    private Optional<AcrossQuestion.Place> fill() {
      Optional<AcrossQuestion.Place> after = question.after();
      if (after.isPresent() && after.get().rows() > 0) {
        Optional<AcrossQuestion.Place> end = take(after.get().agreement(), after.get().rows());
        if (end.isPresent()) {
          return end;
        }
      }
      List<AgreementId> ids = question.ids(by, MOST_AGREEMENTS + 1);
      for (AgreementId id : ids.subList(0, Math.min(MOST_AGREEMENTS, ids.size()))) {
        Optional<AcrossQuestion.Place> end = take(id, 0);
        if (end.isPresent()) {
          return end;
        }
        if (question.hasTakenLong() && !id.equals(ids.getLast())) {
          return Optional.of(new AcrossQuestion.Place(id, 0));
        }
      }
      return ids.size() > MOST_AGREEMENTS
          ? Optional.of(new AcrossQuestion.Place(ids.get(MOST_AGREEMENTS - 1), 0))
          : Optional.empty();
    }

    /** Adds the rows of an agreement from that place on. Returns where the page ends if not all of them fit. */
    private Optional<AcrossQuestion.Place> take(AgreementId id, int from) {
      List<Supplier<Value.Tree>> all =
          question.about(id, this::rows)
              .map(
                  result -> result.answerOr(problem -> List.of(() -> Lists.unanswered(id, problem))))
              .orElse(List.of());
      for (int i = from; i < all.size(); i++) {
        if (rows.size() == question.limit()) {
          return Optional.of(i == 0 ? new AcrossQuestion.Place(done, 0) : new AcrossQuestion.Place(id, i));
        }
        rows.add(all.get(i).get());
      }
      done = id;
      return Optional.empty();
    }

    /** The rows of an agreement, each written when it is shown. */
    private List<Supplier<Value.Tree>> rows(KnownFacts known) {
      FactsAsOf facts = FactsAsOf.of(known, question.effectiveOn());
      AnswerHead asked =
          new AnswerHead(facts.agreement().id(), question.effectiveOn(), question.knownAt(),
              known.events().size() - 1L);
      return wanted.of(facts).stream().<Supplier<Value.Tree>>map(
          row -> () -> ObligationAnswer.acrossRow(asked, facts.agreement().currency(), row))
          .toList();
    }
  }
}
