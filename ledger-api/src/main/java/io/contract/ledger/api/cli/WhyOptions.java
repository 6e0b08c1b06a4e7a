package io.contract.ledger.api.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a figure to explain. */
final class WhyOptions {

  @Option(names = "--why", paramLabel = "FIGURE", description = "Explain this figure instead: accrued, outstanding, headroom, reachedOn, dueOn, … A wrong name lists those there are.")
  private @Nullable String figure;

  @Option(names = "--period", paramLabel = "PERIOD", description = "With --why: the figure of this period, e.g. 2021-Q2.")
  private @Nullable String period;

  @Option(names = "--cap", paramLabel = "NUMBER", description = "With --why: the figure of this cap, from 1, where there are several.")
  private @Nullable Integer cap;

  @Option(names = "--basis", paramLabel = "BASIS", description = "With --why: only under readings of this basis, accrued or paid.")
  private @Nullable String basis;

  @Option(names = "--counts", paramLabel = "COUNTS", description = "With --why: only under readings of this, since-inception or since-effective.")
  private @Nullable String counts;

  @Option(names = "--statement", paramLabel = "NUMBER", description = "With --why: the figure as this statement says it: accrued, total, or adjustment of a period.")
  private @Nullable Integer statement;

  /** Whether a figure is to be explained. */
  boolean isAsked() {
    return figure != null;
  }

  /**
   * The query, with the figure to explain if one is named.
   *
   * @throws CommandFailure when options are given that need a figure, and no figure is named
   */
  Query in(Query query) {
    if (figure == null && (period != null || cap != null || basis != null || counts != null || statement != null)) {
      throw CommandFailure.unusable(
          "--period, --cap, --basis, --counts and --statement go with --why; say which figure");
    }
    return query
        .with("figure", figure)
        .with("period", period)
        .with("cap", cap == null ? null : cap.toString())
        .with("basis", basis)
        .with("counts", counts)
        .with("statement", statement == null ? null : statement.toString());
  }
}
