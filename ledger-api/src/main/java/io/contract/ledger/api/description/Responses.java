package io.contract.ledger.api.description;

import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.api.answer.ProblemKind;
import io.contract.ledger.api.console.ProblemPages;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes what comes back: contents with their examples, and by status the problems that an operation can answer. */
record Responses(Schemas schemas, ProblemPages pages) {

  /** A response that says that. */
  static ApiResponse response(String says) {
    return new ApiResponse().description(says);
  }

  /** Likewise, with the tag of the last event that the answer uses. */
  ApiResponse tagged(String says) {
    return response(says).addHeaderObject("ETag", header("The sequence of the last event used, in quotes."));
  }

  /** A header of an answer. */
  Header header(String says) {
    return new Header().description(says).schema(schemas.of(Type.TEXT));
  }

  /** A body with an example of it. */
  static Content content(String mediaType, Schema<?> schema, Value example) {
    return content(mediaType, schema, Map.of("example", example));
  }

  private static Content content(String mediaType, Schema<?> schema, Map<String, ? extends Value> shown) {
    MediaType content = new MediaType().schema(schema);
    shown.forEach((name, value) -> content.addExamples(name, new Example().value(asJson(value))));
    return new Content().addMediaType(mediaType, content);
  }

  private static Object asJson(Value value) {
    try {
      return Json31.mapper().readTree(JsonText.write(value));
    } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
      throw new IllegalStateException("what was written as JSON is not JSON", impossible);
    }
  }

  /** The responses, with one more for each status of the problems: it has all problems of that status. */
  ApiResponses withProblems(ApiResponses responses, List<ProblemKind> kinds) {
    Map<Integer, List<ProblemKind>> byStatus = new LinkedHashMap<>();
    kinds.forEach(kind -> byStatus.computeIfAbsent(kind.status(), any -> new ArrayList<>()).add(kind));
    byStatus.forEach((status, ofStatus) -> responses.addApiResponse(Integer.toString(status), problem(ofStatus)));
    return responses;
  }

  private ApiResponse problem(List<ProblemKind> kinds) {
    Map<String, Value.Tree> shown = new LinkedHashMap<>();
    kinds.forEach(kind -> shown.put(kind.code(), pages.page(kind.code()).orElseThrow().problem().as(kind).write()));
    return response(
        String.join("; ", kinds.stream().map(kind -> kind.title() + " (" + kind.code() + ")").toList()))
        .content(content("application/problem+json", schemas.of(Problem.SHAPE), shown));
  }
}
