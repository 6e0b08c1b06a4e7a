package io.contract.ledger.api.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that are all read in portions, so that a subclass looks at each portion in one place. It cannot be read again. */
abstract class PortionedInput extends FilterInputStream {

  PortionedInput(InputStream in) {
    super(in);
  }

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public abstract int read(byte[] buffer, int offset, int length) throws IOException;

  @Override
  public final boolean markSupported() {
    return false;
  }
}
