package io.contract.ledger.api.description;

import io.contract.ledger.api.http.KnownParameters;
import io.contract.ledger.value.Type;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.method.HandlerMethod;

/** Describes what is asked with beside a body: what stands in the path, in the query and in headers. */
record Parameters(Schemas schemas) {

  private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");
  private static final String SEQUENCE = "\"3\"";

  /**
   * What the path and the query may say.
   *
   * @param formats the forms of the answer that can be asked for
   */
  List<Parameter> of(String path, HandlerMethod method, List<String> formats) {
    List<Parameter> parameters = new ArrayList<>();
    Matcher names = IN_PATH.matcher(path);
    while (names.find()) {
      String name = names.group(1);
      parameters.add(
          named("path", name, true, Wording.ofPath(name)).schema(schemas.of(Wording.typeOfPath(name))));
    }
    for (String name : KnownParameters.of(method)) {
      parameters.add(
          named("query", name, false, Wording.ofQuery(name))
              .schema(schemas.of(name.equals("format") ? new Type.OneOf(formats) : Wording.typeOfQuery(name))));
    }
    return parameters;
  }

  /** The header that makes a request depend on what the last event is. */
  Parameter ifMatch(String says) {
    return header("If-Match", says + ": its sequence in quotes, as in ETag.", SEQUENCE);
  }

  /** The header with the tag of an answer that the caller has. */
  Parameter ifNoneMatch() {
    return header(
        "If-None-Match", "The ETag of an earlier answer: 304 when nothing can have changed since.", SEQUENCE);
  }

  /** The header with the caller's own name for the request. */
  Parameter idempotencyKey(String says) {
    return header("Idempotency-Key", says, "8e03978e-40d5-43dd-bc93-6894a57f9324");
  }

  private Parameter header(String name, String says, String example) {
    return named("header", name, false, says).schema(schemas.of(Type.TEXT)).example(example);
  }

  private static Parameter named(String in, String name, boolean isRequired, String says) {
    return new Parameter().in(in).name(name).required(isRequired).description(says);
  }
}
