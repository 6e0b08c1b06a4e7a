package io.contract.ledger.api.export;

import io.contract.ledger.api.answer.JournalAnswer;
import io.contract.ledger.api.answer.JournalFormat;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.Answers;
import io.contract.ledger.api.http.BookParameters;
import io.contract.ledger.api.http.Parameters;
import io.contract.ledger.api.http.Question;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.journal.PartyJournal;
import io.contract.ledger.journal.Journal;
import io.contract.ledger.journal.JournalCalculator;
import io.contract.ledger.position.Reading;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Revenue shares and fixed payments in double entry, for accounting programs. */
@RestController
@RequestMapping("/api/v1/agreements/{agreement}/journal")
final class JournalController {

  @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE, "text/csv"})
  @Answers(AnswerKind.JOURNAL)
  @Operation(operationId = "journal", summary = "The revenue shares and fixed payments in double entry, also as a file for hledger, ledger or beancount", description = "Every entry balances and names the events that caused it. The files end with the balances that the ledger itself states, so that the program that reads them checks its sums. Where the text of a clause is open, basis or counts has to say how it is read.")
  void journal(
      @RequestParam(name = "format", required = false) @Nullable String format,
      @RequestParam(name = "party", required = false) @Nullable String party,
      @RequestParam(name = "basis", required = false) @Nullable String basis,
      @RequestParam(name = "counts", required = false) @Nullable String counts,
      Question question,
      HttpServletResponse response) {
    Optional<JournalFormat> wanted =
        Parameters.word("format", format, AnswerKind.JOURNAL.formats()).flatMap(JournalFormat::named);
    FactsAsOf facts = question.facts();
    Optional<PartyId> only = BookParameters.party(facts, "party", party);
    Reading reading = ChosenReading.of(facts, basis, counts);
    Journal journal = JournalCalculator.journal(facts, reading);
    if (wanted.isEmpty()) {
      PartyJournal book = new PartyJournal(journal, only);
      question.answer(
          response, MediaType.APPLICATION_JSON_VALUE, out -> JournalAnswer.write(question.asked(), book, out));
    } else {
      JournalFile file =
          JournalFile.of(
              journal, only, facts.agreement(), facts.effectiveOn(), ChosenReading.asked(question.asked(), reading));
      question.answer(response, wanted.get().contentType(), out -> JournalWriter.write(file, wanted.get(), out));
    }
  }
}
