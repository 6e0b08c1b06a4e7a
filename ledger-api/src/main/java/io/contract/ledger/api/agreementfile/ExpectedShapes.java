package io.contract.ledger.api.agreementfile;

import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.YES_NO;
import static io.contract.ledger.value.Type.listOf;

import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Type;
import java.util.List;

/**
 * Derives the shape of an expectation from the shape of an answer. Every field may be expected in the form that it has in the
 * answer, and none is required. A row may also be expected to be absent.
 */
final class ExpectedShapes {

  /**
   * The name of a period. An answer has it as plain text. An expectation must have its exact form, so that a misspelt period is
   * not taken for an absent one.
   */
  private static final Type PERIOD_OF_ROW = Type.CLAIM_OR_BALANCE;

  private ExpectedShapes() {}

  /** The shape for a row that an expectation selects by a name. */
  static Shape row(Shape answered) {
    return of(answered).optional(Comparison.ABSENT, YES_NO, "No such row is expected.");
  }

  /** The shape for a value that is matched by its place. */
  static Shape of(Shape answered) {
    Shape expected = Shape.of("");
    for (Shape.Field field : answered.fields()) {
      expected = expected.optional(field.name(), of(field), field.says());
    }
    return expected;
  }

  private static Type of(Shape.Field field) {
    return field.name().equals("period") && field.type().equals(TEXT) ? PERIOD_OF_ROW : of(field.type());
  }

  /** The expected form of a type. Null may always be expected, because it stands for what cannot be determined. */
  private static Type of(Type type) {
    return switch (type) {
      case Type.Nullable nullable -> of(nullable.type());
      case Type.ListOf list -> listOf(item(list.item()), 0);
      case Type.Object object -> new Type.Patch(List.of(of(object.shape())));
      case Type.Words _,Type.OneOf _,Type.Whole _,Type.YesNo _,Type.Anything _,Type.MapOf _ -> type;
      case Type.Either _,Type.Keyed _,Type.Chosen _,Type.Patch _,Type.Recursive _ -> type;
    };
  }

  private static Type item(Type type) {
    return type instanceof Type.Object(var shape)
        ? new Type.Patch(List.of(Comparison.areNamed(shape) ? row(shape) : of(shape)))
        : of(type);
  }
}
