package io.contract.ledger.api.cli;

import picocli.CommandLine.Option;

/** The option that names the server to ask. */
final class ServerOption {

  @Option(names = "--server", paramLabel = "URL", defaultValue = "${env:LEDGER_SERVER:-http://127.0.0.1:8080}", description = "The running ledger to ask (default: LEDGER_SERVER of the environment, else http://127.0.0.1:8080).")
  private String url = "";

  LedgerClient client() {
    return new LedgerClient(url);
  }
}
