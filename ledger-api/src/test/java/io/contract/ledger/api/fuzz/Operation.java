package io.contract.ledger.api.fuzz;

import io.contract.ledger.api.http.LedgerServer;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An operation in the interface's own description.
 *
 * @param body a body that would be served; empty for an operation that takes none
 */
record Operation(String method, String path, Optional<Value> body) {

  /** Every operation of the running server. */
  static List<Operation> all() {
    Fields document = Fields.of(LedgerServer.get("/openapi.json").tree());
    List<Operation> all = new ArrayList<>();
    document.object("paths").tree().entries().forEach(
        (path, item) -> Fields.of(item).tree().entries().forEach(
            (method, operation) -> all.add(
                new Operation(
                    method.toUpperCase(Locale.ROOT), path,
                    method.equals("post") ? Optional.of(body(path, Fields.of(operation))) : Optional.empty()))));
    return all;
  }

  private static Value body(String path, Fields operation) {
    if (path.endsWith("/agreement-files")) {
      Fields posted = Fields.of(LedgerServer.get("/openapi.json").tree()).object("paths").object("/api/v1/agreements");
      return Value.EMPTY
          .with("ledger", new Value.Num("1"))
          .with("agreement", example(posted.object("post")));
    }
    return example(operation);
  }

  private static Value example(Fields operation) {
    return operation.object("requestBody").object("content").object("application/json").object("examples")
        .object("example").tree().get("value")
        .orElseThrow(() -> new IllegalStateException(JsonText.write(operation.tree())));
  }

  /** The address of the operation under that agreement. The other names in the path exist nowhere. */
  String target(String agreement) {
    return path.replace("{agreement}", agreement).replaceAll("\\{\\w+}", "nothing");
  }
}
