package io.contract.ledger.api.http;

import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.api.answer.ProblemKind;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Value;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * Writes value trees as JSON. Answers and problems leave the ledger only through this class. It reads nothing; see {@link
 * PostedFact}.
 */
final class JsonResponses extends AbstractHttpMessageConverter<Value> {

  JsonResponses() {
    super(StandardCharsets.UTF_8, MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON);
  }

  /** The problem as an answer. */
  static ResponseEntity<Value.Tree> of(Problem problem) {
    return ResponseEntity.status(problem.kind().status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.write());
  }

  /** Answers with the problem before Spring chooses who answers. */
  static void refuse(HttpServletResponse response, ProblemKind kind, String detail) throws IOException {
    response.setStatus(kind.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(JsonText.writeUtf8(Problem.of(kind, Pointer.ROOT, detail).write()));
  }

  @Override
  protected boolean supports(Class<?> type) {
    return Value.class.isAssignableFrom(type);
  }

  @Override
  public boolean canRead(Class<?> type,
      org.springframework.http.@org.jspecify.annotations.Nullable MediaType mediaType) {
    return false;
  }

  @Override
  protected Value readInternal(Class<? extends Value> type, HttpInputMessage input) {
    throw new HttpMessageNotReadableException("bodies are read by PostedFact", input);
  }

  @Override
  protected void writeInternal(Value value, HttpOutputMessage output) throws IOException {
    byte[] bytes = JsonText.writeUtf8(value);
    Turn turn = Turn.current();
    if (turn != null) {
      turn.isAnswered(bytes.length);
    }
    output.getBody().write(bytes);
  }
}
