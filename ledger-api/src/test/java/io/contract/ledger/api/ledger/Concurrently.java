package io.contract.ledger.api.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the same work in several threads that start together. */
public final class Concurrently {

  /** The work of a thread in a turn; threads and turns are counted from 0. */
  @FunctionalInterface
  public interface Turn<T> {
    T take(int thread, int turn);
  }

  private Concurrently() {}

  /** Runs every turn in every thread and returns all results. It throws what any of them threw. */
  public static <T> List<T> call(int threads, int turns, Turn<T> what) {
    CountDownLatch begin = new CountDownLatch(1);
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<List<T>>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        futures.add(
            executor.submit(
                () -> {
                  begin.await();
                  List<T> results = new ArrayList<>();
                  for (int turn = 0; turn < turns; turn++) {
                    results.add(what.take(thread, turn));
                  }
                  return results;
                }));
      }
      begin.countDown();
      List<T> all = new ArrayList<>();
      for (Future<List<T>> future : futures) {
        all.addAll(future.get());
      }
      return all;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
