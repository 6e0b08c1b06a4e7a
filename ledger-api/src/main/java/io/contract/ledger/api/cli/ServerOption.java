package io.contract.ledger.api.cli;

import picocli.CommandLine.Option;

/** Which server a command asks. */
final class ServerOption {

  @Option(names = "--server", paramLabel = "URL", defaultValue = "http://127.0.0.1:8080", description = "The running ledger to ask (default: ${DEFAULT-VALUE}).")
  private String url = "";

  LedgerClient client() {
    return new LedgerClient(url);
  }
}
