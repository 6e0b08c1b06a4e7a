package io.contract.ledger.api;

/** The lines that long commands print about their progress. They depend on how busy the machine is, so that no test expects them. */
public final class ProgressLines {

  private ProgressLines() {}

  /** What a command printed, without its lines of progress: {@code checking acme.yaml … (2 s)}. */
  public static String dropped(String printed) {
    return printed.replaceAll("(?m)^(checking|waiting).* s\\)\\R", "");
  }
}
