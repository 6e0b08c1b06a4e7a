package io.contract.ledger.api.config;

/** A port on which something else listens already. */
public final class TakenPort {

  private static final int LAST = 65_535;

  private TakenPort() {}

  /** What to say of it, with how to choose another. */
  public static String says(int port) {
    return "Port " + port + " is in use, perhaps by another ledger. Take another with --port, such as --port "
        + (port < LAST ? port + 1 : port - 1) + "; 0 takes a free one.";
  }
}
