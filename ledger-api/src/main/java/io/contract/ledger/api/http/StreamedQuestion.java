package io.contract.ledger.api.http;

import io.contract.ledger.api.ledger.Ledger;
import io.contract.ledger.fact.Recorded;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

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

  /** Tells the watch whenever something goes out to the caller. */
  private static final class Progress extends FilterOutputStream {
    private final @Nullable Watch watch;

    private Progress(OutputStream out, @Nullable Watch watch) {
      super(out);
      this.watch = watch;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      if (watch != null) {
        watch.restart();
      }
    }
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
    write(request, response, writing);
  }

  /**
   * Writes an answer. One that fails in the middle ends with the connection broken off, so that nobody takes it for whole; one that
   * fails before anything was sent leaves the response as it was.
   */
  static void write(HttpServletRequest request, HttpServletResponse response, Writing writing) {
    try {
      // Not closed when the writing fails: closing tells the caller that the answer is whole.
      Turn turn = Turn.of(request);
      OutputStream sent = response.getOutputStream();
      OutputStream out =
          new BufferedOutputStream(
              new Progress(turn == null ? sent : new KeptOutput(turn, sent), Watch.of(request)));
      writing.to(out);
      out.close();
    } catch (ClientAbortException | AsyncRequestNotUsableException | CallerGoneException | SlowReaderException gone) {
      LOG.debug("the caller closed the connection, or did not read", gone);
    } catch (IOException | RuntimeException | Error failure) {
      if (!response.isCommitted()) {
        response.resetBuffer();
        response.setHeader("ETag", null);
        response.setHeader("Cache-Control", null);
        throw thrown(failure);
      }
      OutOfMemory.endIfAmong(failure);
      LOG.warn("{} was broken off: {}", request.getRequestURI(), failure.toString());
      Caller.of(request).ifPresent(Caller::breakOff);
    }
  }

  private static RuntimeException thrown(Throwable failure) {
    return switch (failure) {
      case RuntimeException unchecked -> unchecked;
      case IOException ofStream -> new UncheckedIOException(ofStream);
      default -> throw (Error) failure;
    };
  }
}
