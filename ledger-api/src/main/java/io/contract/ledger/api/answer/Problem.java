package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.object;
import static io.contract.ledger.value.Type.oneOf;

import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;
import java.util.List;

/**
 * Why a request was not served, in the form of RFC 9457.
 *
 * @param kind the kind of the first violation
 * @param detail a sentence that names the field, the value and the rule
 */
public record Problem(ProblemKind kind, String detail, List<Item> violations) {

  private static final Type CODE =
      oneOf(ProblemKind.all().stream().map(ProblemKind::code).toArray(String[]::new));

  public static final Shape SHAPE =
      Shape.of("Problem")
          .required("type", TEXT, "The page that explains the code.")
          .required("title", TEXT, "The code in words.")
          .required("status", new Type.Whole(400, 599), "The HTTP status.")
          .required("detail", TEXT, "What is wrong with this request.")
          .required("code", CODE, "The stable name of the reason; that of the first violation.")
          .required(
              "violations",
              listOf(
                  object(
                      Shape.of("Violation")
                          .required(
                              "path",
                              Type.words("JSON Pointer", "a JSON Pointer", "(/.*)?", text -> true, "/amount"),
                              "A JSON Pointer into the body; of a query parameter or a header / and its name.")
                          .required("code", CODE, "The stable name of the reason.")
                          .required("message", TEXT, "What is wrong there.")),
                  1),
              "Everything that is wrong, the reason of highest precedence first.");

  /** One thing that is wrong. */
  public record Item(String path, String code, String message) {}

  public Problem {
    violations = List.copyOf(violations);
  }

  /** A problem with a single violation, at a place or of the request as a whole. */
  public static Problem of(ProblemKind kind, Pointer at, String detail) {
    return new Problem(kind, detail, List.of(new Item(at.path(), kind.code(), detail)));
  }

  /** A problem with all of these violations, the one of highest precedence first. */
  public static Problem of(List<Violation> violations) {
    Violation first = violations.getFirst();
    return new Problem(
        ProblemKind.of(first.code()),
        first.message(),
        violations.stream()
            .map(violation -> new Item(violation.path().path(), violation.code().slug(), violation.message()))
            .toList());
  }

  /** The same problem as another kind. The status may depend on where the code was found. */
  public Problem as(ProblemKind other) {
    return new Problem(other, detail, violations);
  }

  public Value.Tree write() {
    return new TreeBuilder()
        .put("type", kind.type())
        .put("title", kind.title())
        .put("status", kind.status())
        .put("detail", detail)
        .put("code", kind.code())
        .put(
            "violations",
            violations.stream()
                .map(
                    item -> new TreeBuilder()
                        .put("path", item.path())
                        .put("code", item.code())
                        .put("message", item.message())
                        .build())
                .toList())
        .build();
  }
}
