package io.contract.ledger.api.http;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Keeps an answer while it is made, so that its place is free before its reader has to be waited for. An answer that grows beyond what
 * may be kept is written while it is made.
 */
final class KeptOutput extends OutputStream {

  /** What is kept at first, in bytes. */
  private static final int FIRST = 64 * 1024;

  private static final byte[] NONE = new byte[0];

  private final Turn turn;
  private final OutputStream out;
  private byte[] kept = NONE;
  private int count;
  private boolean isWritten;

  KeptOutput(Turn turn, OutputStream out) {
    this.turn = turn;
    this.out = out;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[]{(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (!isWritten && !hasRoom(length)) {
      writeKept();
    }
    if (isWritten) {
      out.write(bytes, from, length);
    } else {
      System.arraycopy(bytes, from, kept, count, length);
      count += length;
    }
  }

  /** Makes room for so many more, if that much may be kept. */
  private boolean hasRoom(int more) {
    int size = Math.max(FIRST, kept.length);
    while (size - count < more) {
      size = Math.multiplyExact(size, 2);
    }
    if (size > kept.length) {
      if (!turn.keepsAnswer(size, size - kept.length)) {
        return false;
      }
      byte[] larger = new byte[size];
      System.arraycopy(kept, 0, larger, 0, count);
      kept = larger;
    }
    return true;
  }

  private void writeKept() throws IOException {
    isWritten = true;
    out.write(kept, 0, count);
    kept = NONE;
  }

  @Override
  public void flush() throws IOException {
    if (isWritten) {
      out.flush();
    }
  }

  @Override
  public void close() throws IOException {
    if (!isWritten) {
      turn.isKept();
      writeKept();
    }
    out.close();
  }
}
