package io.contract.ledger.api.http;

import io.contract.ledger.api.ledger.Ledger;
import io.contract.ledger.fact.Recorded;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A question whose answer is written while the events are read, so that neither is in memory as a whole. Controllers take it as
 * an argument; {@link QuestionReader} makes it.
 *
 * @param events the events known at the instant of the question
 * @param effectiveOn the day; empty when none is given
 */
public record StreamedQuestion(Ledger.Events events, Optional<LocalDate> effectiveOn, HttpServletRequest request) {

  private static final Logger LOG = LoggerFactory.getLogger(StreamedQuestion.class);

  /** The events, from the first. */
  public Iterator<Recorded> read() {
    return events.read();
  }

  /** Writes the answer. */
  @FunctionalInterface
  public interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /**
   * Writes the answer to the response, or answers 304 when the caller has it. The answer depends only on the events and the
   * address.
   *
   * @param contentType the media type of the answer
   */
  public void answer(HttpServletResponse response, String contentType, Writing writing) {
    long sequence = events.last().sequence();
    response.setHeader("ETag", EntityTags.tag(sequence));
    response.setHeader("Cache-Control", "no-cache, private");
    if (EntityTags.hasSeen(request, sequence)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(contentType);
    write(response, writing);
  }

  static void write(HttpServletResponse response, Writing writing) {
    try (OutputStream out = new BufferedOutputStream(response.getOutputStream())) {
      writing.to(out);
    } catch (IOException gone) {
      LOG.debug("the caller closed the connection", gone);
    }
  }
}
