package io.contract.ledger.api.cli;

final class ServeCommand implements java.util.concurrent.Callable<Integer> {
  static final int RUNNING = -1;

  @Override
  public Integer call() {
    return 2;
  }
}
