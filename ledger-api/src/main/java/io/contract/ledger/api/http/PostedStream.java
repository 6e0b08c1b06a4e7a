package io.contract.ledger.api.http;

import io.contract.ledger.api.answer.ProblemKind;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a body up to a limit. Beyond the limit reading fails with the problem that is answered. */
public final class PostedStream extends PortionedInput {

  private static final int PORTION = 8192;

  private static final int KILO = 1024;

  private final long most;
  private final String remedy;
  private final Runnable look;
  private long count;

  /**
   * A stream.
   *
   * @param remedy what to do about a body that is larger, after a semicolon
   * @param look is run at every portion; it throws when all of it takes too long
   */
  PostedStream(InputStream body, long most, String remedy, Runnable look) {
    super(body);
    this.most = most;
    this.remedy = remedy;
    this.look = look;
  }

  /** The problem of a body that has more bytes than that. */
  static ProblemException tooLarge(long most, String remedy) {
    String limit = most < KILO * KILO ? most / KILO + " kB" : most / KILO / KILO + " MB";
    return ProblemException.of(
        ProblemKind.BODY_TOO_LARGE, "the body has more than " + most + " bytes (" + limit + "); " + remedy);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    look.run();
    int read = in.read(buffer, offset, length);
    count += Math.max(0, read);
    if (count > most) {
      throw tooLarge(most, remedy);
    }
    return read;
  }

  /**
   * Reads on without keeping anything, to the end or to the limit. A caller that is answered while it is still sending would be cut off before
   * it hears why the body is refused.
   */
  public void drain() throws IOException {
    byte[] portion = new byte[PORTION];
    long read = 0;
    while (read >= 0 && count < most) {
      look.run();
      read = in.read(portion);
      count += Math.max(0, read);
    }
  }
}
