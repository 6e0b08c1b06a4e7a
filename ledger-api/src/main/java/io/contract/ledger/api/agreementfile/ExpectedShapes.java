package io.contract.ledger.api.agreementfile;

import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.YES_NO;
import static io.contract.ledger.value.Type.listOf;

import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Type;
import java.util.List;

/**
 * What may be expected of an answer, made of what the answer looks like: each of its fields, none of them needed, in the same
 * form. A row may also be expected not to be there.
 */
final class ExpectedShapes {

  /** Answers show it as a text. Expected, it is held to its form, so that a misspelt period is not taken for one that is absent. */
  private static final Type PERIOD_OF_ROW =
      Type.words(
          "period",
          "a period's name: 2021-Q1, 2021-03, 2021-H1 or 2021; or brought-forward",
          "\\d{4}(-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?|brought-forward",
          name -> true,
          "2021-Q1");

  private ExpectedShapes() {}

  /** Of a row that an expectation means by a name. */
  static Shape row(Shape answered) {
    return of(answered).optional(Comparison.ABSENT, YES_NO, "No such row is expected.");
  }

  /** Of what stands in its place whatever it says. */
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

  /** Null is expected wherever it may be: in the answer it stands for what cannot be determined. */
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
