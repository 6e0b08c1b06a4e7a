package io.contract.ledger.api.http;

import io.contract.ledger.api.answer.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.catalina.connector.ClientAbortException;

/** The bytes of a body, whose caller has to keep a pace. One who does not is answered 408 and not listened to any longer. */
final class PacedInput extends PortionedInput {

  private final HttpServletRequest request;
  private final Pace pace;

  PacedInput(HttpServletRequest request, Pace pace) throws IOException {
    super(request.getInputStream());
    this.request = request;
    this.pace = pace;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    long from = System.nanoTime();
    int read;
    try {
      read = in.read(buffer, offset, length);
    } catch (ClientAbortException failed) {
      if (failed.getCause() instanceof SocketTimeoutException) {
        throw tooSlow();
      }
      throw failed;
    }
    if (pace.isTooSlowAfter(System.nanoTime() - from, Math.max(0, read)) && read >= 0) {
      throw tooSlow();
    }
    return read;
  }

  private ProblemException tooSlow() {
    Caller.of(request).ifPresent(Caller::stopListening);
    return ProblemException.of(
        ProblemKind.BODY_TOO_SLOW,
        "the body did not arrive in time: it must arrive at " + Pace.SLOWEST / 1024 + " kB a second, and at "
            + Pace.SLOWEST_WHILE_WANTED / 1024 + " kB a second while others wait");
  }
}
