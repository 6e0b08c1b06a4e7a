package io.contract.ledger.api.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bytes of an answer, whose reader has to keep a pace. From one who does not the connection is broken off. */
final class PacedOutput extends ServletOutputStream {

  /** How much is written before the pace is looked at, in bytes. */
  private static final int PORTION = 16 * 1024;

  private final ServletOutputStream out;
  private final HttpServletRequest request;
  private final Pace pace;

  private PacedOutput(ServletOutputStream out, HttpServletRequest request, Pace pace) {
    this.out = out;
    this.request = request;
    this.pace = pace;
  }

  /** The response, written at the pace. */
  static HttpServletResponse at(Pace pace, HttpServletRequest request, HttpServletResponse response) {
    return new HttpServletResponseWrapper(response) {
      private @Nullable PacedOutput paced;

      @Override
      public ServletOutputStream getOutputStream() throws IOException {
        if (paced == null) {
          paced = new PacedOutput(super.getOutputStream(), request, pace);
        }
        return Objects.requireNonNull(paced);
      }
    };
  }

  /** Something that waits for the reader. */
  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  private void timed(int bytes, Writing writing) throws IOException {
    long from = System.nanoTime();
    writing.run();
    if (pace.isTooSlowAfter(System.nanoTime() - from, bytes)) {
      Caller.of(request).ifPresent(Caller::breakOff);
      throw new SlowReaderException();
    }
  }

  @Override
  public void write(int one) throws IOException {
    timed(1, () -> out.write(one));
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    for (int written = 0; written < length; written += PORTION) {
      int start = from + written;
      int portion = Math.min(PORTION, length - written);
      timed(portion, () -> out.write(bytes, start, portion));
    }
  }

  @Override
  public void flush() throws IOException {
    timed(0, out::flush);
  }

  @Override
  public void close() throws IOException {
    timed(0, out::close);
  }

  @Override
  public boolean isReady() {
    return out.isReady();
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    out.setWriteListener(listener);
  }
}
