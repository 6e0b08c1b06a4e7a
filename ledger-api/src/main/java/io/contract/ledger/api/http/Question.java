package io.contract.ledger.api.http;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.api.answer.AnswerHead;
import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.fact.Recorded;
import io.contract.ledger.fact.known.FactsAsOf;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.money.Currency;
import io.contract.ledger.terms.TermsTimeline;
import io.contract.ledger.value.Value;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A question about one agreement on both time axes (domain page, section 3). Controllers take it as an argument; {@link
 * QuestionReader} makes it.
 *
 * @param known the facts known at the instant of the question
 * @param asked the head that the answer repeats
 * @param isDayGiven whether the caller named the day, so that the same address asks the same question tomorrow
 * @param today today in the agreement's time zone
 */
public record Question(
    KnownFacts known, AnswerHead asked, boolean isDayGiven, LocalDate today, HttpServletRequest request) {

  /** The facts that the answer uses. */
  public FactsAsOf facts() {
    return FactsAsOf.of(known, asked.effectiveOn());
  }

  /** The terms with every known amendment, also those that are not yet effective. */
  public TermsTimeline terms() {
    return FactsAsOf.of(known, DateRange.OPEN_END).terms();
  }

  /** The currency of every amount in the answer. */
  public Currency currency() {
    return known.agreement().orElseThrow().currency();
  }

  /** The event with that sequence. */
  public Recorded event(long sequence) {
    return known.events().get(Math.toIntExact(sequence));
  }

  /** Answers with the tree, or with 304 when the caller has it and the answer cannot have changed. */
  public ResponseEntity<Value.Tree> answer(Supplier<Value.Tree> answer) {
    return respond(ResponseEntity.ok(), answer);
  }

  /** Answers with a text to read, or with 304 when the caller has it and the answer cannot have changed. */
  public ResponseEntity<byte[]> answerText(Supplier<String> answer) {
    return document(
        "text", new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8),
        () -> answer.get().getBytes(StandardCharsets.UTF_8));
  }

  /** The same question. The flag tells whether the address names every day. */
  Question onDays(boolean areGiven) {
    return new Question(known, asked, areGiven, today, request);
  }

  /**
   * Writes the answer to the response, or answers 304 when the caller has it and the answer cannot have changed.
   *
   * @param contentType the media type of the answer
   */
  public void answer(HttpServletResponse response, String contentType, StreamedQuestion.Writing writing) {
    response.setHeader("ETag", EntityTags.tag(asked.sequence()));
    response.setHeader("Cache-Control", "no-cache, private");
    if (EntityTags.hasSeen(request, asked.sequence()) && !canHaveChanged()) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(contentType);
    StreamedQuestion.write(request, response, writing);
  }

  ResponseEntity<Value.Tree> respond(ResponseEntity.BodyBuilder ok, Supplier<Value.Tree> answer) {
    return respond(ok, EntityTags.tag(asked.sequence()), MediaType.APPLICATION_JSON, answer);
  }

  /**
   * Answers with a document, or with 304 when the caller has it and the answer cannot have changed.
   *
   * @param form the name of the form in the entity tag, such as {@code html}
   */
  public ResponseEntity<byte[]> document(String form, MediaType type, Supplier<byte[]> document) {
    return respond(
        ResponseEntity.ok(), EntityTags.tag(asked.sequence(), form), type, () -> answered(request, document.get()));
  }

  /** The document, for which the request has done its work. */
  static byte[] answered(HttpServletRequest request, byte[] document) {
    Turn turn = Turn.of(request);
    if (turn != null) {
      turn.isAnswered(document.length);
    }
    return document;
  }

  private <T> ResponseEntity<T> respond(
      ResponseEntity.BodyBuilder ok, String tag, MediaType type, Supplier<T> answer) {
    if (EntityTags.hasSeen(request, tag) && !canHaveChanged()) {
      return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag)
          .cacheControl(CacheControl.noCache().cachePrivate()).build();
    }
    return ok.eTag(tag)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .contentType(type)
        .body(answer.get());
  }

  /**
   * Whether the answer may differ from the one that the caller got at the same sequence. It may if no day was named and the
   * caller may have asked before today. The caller cannot have asked before the last event was stored.
   */
  private boolean canHaveChanged() {
    if (isDayGiven) {
      return false;
    }
    Recorded last = known.events().getLast();
    Recorded.Imported imported = last.imported();
    var stored = imported == null ? last.recordedAt() : imported.at();
    return stored.atZone(known.agreement().orElseThrow().timeZone()).toLocalDate().isBefore(today);
  }

  static AnswerHead asked(Agreement agreement, KnownFacts known, LocalDate day, java.time.Instant at) {
    return new AnswerHead(agreement.executed().id(), day, at, known.events().size() - 1L);
  }
}
