package io.contract.ledger.api.statement;

import io.contract.ledger.api.http.Parameters;
import io.contract.ledger.value.EnumWords;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** The forms in which a statement is answered. */
enum StatementForm {
  JSON(MediaType.APPLICATION_JSON),
  HTML(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8)),
  PDF(MediaType.APPLICATION_PDF);

  private final MediaType type;

  StatementForm(MediaType type) {
    this.type = type;
  }

  MediaType type() {
    return type;
  }

  /**
   * The form that the parameter names, or else the first form that the request accepts. JSON answers a request that accepts
   * anything.
   */
  static StatementForm wanted(@Nullable String format, HttpServletRequest request) {
    return Parameters.word("format", format, EnumWords.of(values()))
        .flatMap(word -> EnumWords.named(values(), word))
        .orElseGet(() -> accepted(request));
  }

  /** The form that the request accepts. A request that accepts no form has been refused before. */
  private static StatementForm accepted(HttpServletRequest request) {
    List<MediaType> accepted = MediaType.parseMediaTypes(Collections.list(request.getHeaders("Accept")));
    MimeTypeUtils.sortBySpecificity(accepted);
    return accepted.stream()
        .flatMap(wanted -> first(wanted).stream())
        .findFirst()
        .orElse(JSON);
  }

  private static Optional<StatementForm> first(MediaType wanted) {
    return Arrays.stream(values()).filter(form -> wanted.includes(form.type)).findFirst();
  }
}
