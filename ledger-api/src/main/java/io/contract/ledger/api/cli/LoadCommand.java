package io.contract.ledger.api.cli;

final class LoadCommand implements java.util.concurrent.Callable<Integer> {
  @Override
  public Integer call() {
    return 2;
  }
}
