package io.contract.ledger.api.console;

import static io.contract.ledger.value.Type.TEXT;

import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.api.answer.ProblemKind;
import io.contract.ledger.api.http.QuestionLimits;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The pages about kinds of problems: each has a text and an example. The texts are in {@code problems/problems.json} and are
 * read when the server starts. The server does not start if a kind has no text.
 */
@Component
public final class ProblemPages {

  private static final String RESOURCE = "/problems/problems.json";

  private static final Shape ENTRY =
      Shape.of("ProblemText")
          .required("means", TEXT, "What the code means.")
          .required("when", TEXT, "When it happens.")
          .required("remedy", TEXT, "What to do about it.")
          .required("request", TEXT, "A request that is answered with it.")
          .required("path", Type.words("JSON Pointer", "a JSON Pointer", "(/.*)?", text -> true, "/amount"), "Where.")
          .required("message", TEXT, "What its message says.");

  private final Map<String, Page> pages = new LinkedHashMap<>();

  /**
   * Reads the texts.
   *
   * @throws IllegalStateException when a kind has no text, when a text belongs to no kind, or when a text does not fit
   */
  ProblemPages(QuestionLimits limits) {
    Value texts = read(limits);
    List<Violation> violations = Checker.check(texts, Type.mapOf(Type.object(ENTRY)), Pointer.ROOT);
    if (!violations.isEmpty()) {
      throw new IllegalStateException(RESOURCE + ": " + violations.getFirst());
    }
    Fields byCode = Fields.of(texts);
    for (ProblemKind kind : ProblemKind.all()) {
      Fields text = byCode.object(kind.code());
      pages.put(kind.code(), new Page(kind, text));
    }
    if (pages.size() != byCode.tree().entries().size()) {
      throw new IllegalStateException(RESOURCE + " has texts of codes that do not exist");
    }
  }

  /** One page. */
  public record Page(ProblemKind kind, Fields text) {

    public String means() {
      return text.text("means");
    }

    public String when() {
      return text.text("when");
    }

    public String remedy() {
      return text.text("remedy");
    }

    public String request() {
      return text.text("request");
    }

    /** The problem that answers the example's request. */
    public Problem problem() {
      return Problem.of(kind, new Pointer(text.text("path")), text.text("message"));
    }

    /** The example's answer, as text. */
    public String example() {
      return Indented.json(problem().write());
    }

    /** The statuses with which the code is answered. */
    public String statuses() {
      return switch (kind.code()) {
        case "unknown-payment", "unknown-report" -> kind.status() + " (404 when the path names it)";
        default -> Integer.toString(kind.status());
      };
    }
  }

  /** Every page, in order of precedence. */
  public List<Page> all() {
    return List.copyOf(pages.values());
  }

  /** The page of that code. */
  public Optional<Page> page(String code) {
    return Optional.ofNullable(pages.get(code));
  }

  /** The texts, with the limits as they are set. */
  private static Value read(QuestionLimits limits) {
    try (InputStream resource = Objects.requireNonNull(ProblemPages.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      String texts = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      return JsonText.read(
          texts.replace("{longest}", QuestionLimits.said(limits.longest()))
              .replace("{longestWait}", QuestionLimits.said(limits.longestWait()))
              .replace("{rows}", String.format(Locale.ROOT, "%,d", limits.mostRows()))
              .replace("{plainRows}", Long.toString(limits.mostRows())));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
