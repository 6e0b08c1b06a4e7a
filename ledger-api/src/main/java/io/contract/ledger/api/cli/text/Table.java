package io.contract.ledger.api.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows under a heading, in aligned columns. Columns of amounts are aligned to the right, decimals under decimals.
 *
 * <pre>
 * period   accrued  due on
 * -------  -------  ----------
 * 2021-Q1   940.00  2021-05-17
 * </pre>
 */
public final class Table {

  private static final Pattern AMOUNT = Pattern.compile("-?[0-9,]+(\\.\\d+)?");

  /** What a column of amounts may contain: an amount, a date, or a word or sign for a missing amount. */
  private static final Pattern AMOUNT_OR_NONE =
      Pattern.compile(AMOUNT.pattern() + "|\\d{4}-\\d{2}-\\d{2}|undetermined|–|");

  private final List<String> heading;
  private final List<List<String>> rows = new ArrayList<>();

  public Table(List<String> heading) {
    this.heading = List.copyOf(heading);
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException when the row does not have a cell for each column
   */
  public void add(List<String> row) {
    if (row.size() != heading.size()) {
      throw new IllegalArgumentException("expected " + heading.size() + " cells, found " + row);
    }
    rows.add(List.copyOf(row));
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The table as text, or "none" if it has no row. */
  public String textOrNone(String indentation) {
    return isEmpty() ? indentation + "none\n" : text(indentation);
  }

  /** The table as text, each line with that indentation. */
  public String text(String indentation) {
    StringBuilder text = new StringBuilder();
    text.append(line(indentation, heading, true)).append('\n');
    text.append(line(indentation, columns().stream().map(column -> "-".repeat(width(column))).toList(), false))
        .append('\n');
    rows.forEach(row -> text.append(line(indentation, row, false)).append('\n'));
    return text.toString();
  }

  private String line(String indentation, List<String> cells, boolean bold) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String padding = " ".repeat(width(column) - length(cells.get(column)));
      line.append(column == 0 ? "" : "  ")
          .append(isRight(column) ? padding + cells.get(column) : cells.get(column) + padding);
    }
    String plain = line.toString().stripTrailing();
    return indentation + (bold ? Terminal.bold(plain) : plain);
  }

  private List<Integer> columns() {
    return java.util.stream.IntStream.range(0, heading.size()).boxed().toList();
  }

  private int width(int column) {
    return Math.max(
        length(heading.get(column)), rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0));
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private boolean isRight(int column) {
    return column > 0
        && rows.stream().anyMatch(row -> AMOUNT.matcher(row.get(column)).matches())
        && rows.stream().allMatch(row -> AMOUNT_OR_NONE.matcher(row.get(column)).matches());
  }
}
