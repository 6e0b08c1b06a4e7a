package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.INSTANT;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.nullable;
import static io.contract.ledger.value.Type.object;

import io.contract.ledger.id.AgreementId;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Answers that are lists: {@code {…, items, next}}. */
public final class Lists {

  /** The row of an agreement that cannot be answered for. */
  private static final Shape UNANSWERED =
      Shape.of("UnansweredAgreement")
          .required("agreement", SLUG, "The agreement's id.")
          .required("problem", object(Problem.SHAPE), "Why there is no answer about it; the other rows are as always.");

  private Lists() {}

  /** The shape of a list about one agreement. */
  static Shape shape(String name, Type item) {
    return withItems(AnswerHead.shape(name), item);
  }

  /** The shape, followed by the fields of a list. */
  static Shape withItems(Shape shape, Type item) {
    return shape
        .required("items", listOf(item, 0), "The rows of this page, in their stable order.")
        .required("next", nullable(TEXT), "The cursor of the next page; null on the last.");
  }

  /** A page of a list about one agreement. */
  public static Value.Tree write(AnswerHead asked, List<Value.Tree> items, Optional<String> next) {
    return write(asked.begin(), items, next);
  }

  /** The shape of a list across agreements. */
  static Shape acrossShape(String name, Type item) {
    return withItems(
        Shape.of(name)
            .required("effectiveOn", DATE, "The business day that the answer is about.")
            .required("knownAt", INSTANT, "Only events recorded at or before this instant were used."),
        item);
  }

  /** The type of a row across agreements: the row, or why there is none for an agreement. */
  static Type orProblem(Shape row) {
    return new Type.Either(List.of(object(row), object(UNANSWERED)));
  }

  /** The row of an agreement that cannot be answered for. */
  public static Value.Tree unanswered(AgreementId agreement, Problem problem) {
    return new TreeBuilder().put("agreement", agreement).put("problem", problem.write()).build();
  }

  /** A page of a list across agreements. */
  public static Value.Tree across(
      LocalDate effectiveOn, Instant knownAt, List<Value.Tree> items, Optional<String> next) {
    return write(new TreeBuilder().put("effectiveOn", effectiveOn).put("knownAt", knownAt), items, next);
  }

  private static Value.Tree write(TreeBuilder begun, List<Value.Tree> items, Optional<String> next) {
    return begun.put("items", items).put("next", next.map(Value::text).orElse(Value.NULL)).build();
  }
}
