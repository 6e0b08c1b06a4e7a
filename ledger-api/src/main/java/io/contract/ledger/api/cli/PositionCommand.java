package io.contract.ledger.api.cli;

final class PositionCommand implements java.util.concurrent.Callable<Integer> {
  @Override
  public Integer call() {
    return 2;
  }
}
