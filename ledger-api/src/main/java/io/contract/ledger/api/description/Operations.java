package io.contract.ledger.api.description;

import io.contract.ledger.api.agreementfile.FileShapes;
import io.contract.ledger.api.answer.AcknowledgementAnswer;
import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.api.answer.ProblemKind;
import io.contract.ledger.api.console.ProblemPages;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.KnownParameters;
import io.contract.ledger.api.http.PostedFacts;
import io.contract.ledger.api.http.PostedKind;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.method.HandlerMethod;

/** Describes one operation after another, all with the same words for the same things. */
final class Operations {

  private static final String JSON = "application/json";
  private static final String ND_JSON = "application/x-ndjson";
  private static final String PROBLEM = "application/problem+json";
  private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");

  private static final List<ProblemKind> MALFORMED =
      List.of(
          ProblemKind.of(Code.INVALID_JSON),
          ProblemKind.of(Code.UNKNOWN_FIELD),
          ProblemKind.of(Code.INVALID_VALUE),
          ProblemKind.of(Code.MISSING_FIELD));

  private final Schemas schemas;
  private final Examples examples;
  private final ProblemPages pages;

  Operations(Schemas schemas, Examples examples, ProblemPages pages) {
    this.schemas = schemas;
    this.examples = examples;
    this.pages = pages;
  }

  /** An operation that records a fact. */
  void describe(Operation operation, String path, HandlerMethod method, PostedKind posted) {
    operation.setParameters(parameters(path, method, List.of()));
    operation.setRequestBody(body(schemas.of(posted.body()), examples.request(posted.fact())));
    List<ProblemKind> refusals = new ArrayList<>();
    if (posted.needsAgreement()) {
      refusals.add(ProblemKind.of(Code.UNKNOWN_AGREEMENT));
    }
    for (Code code : posted.fact().refusals()) {
      ProblemKind problem = ProblemKind.of(code);
      refusals.add(posted.statusOf(code) == 404 ? problem.inPath() : problem);
    }
    describeRecording(
        operation,
        content(JSON, schemas.of(AcknowledgementAnswer.SHAPE),
            Map.of("example", examples.acknowledgement(posted.fact()))),
        refusals);
  }

  /** The operation that records many facts at once. */
  void describeFacts(Operation operation, String path, HandlerMethod method) {
    operation.setParameters(parameters(path, method, List.of()));
    operation.setRequestBody(body(schemas.of(PostedFacts.TYPE), examples.facts()));
    List<ProblemKind> refusals =
        Arrays.stream(Code.values())
            .filter(code -> !code.isMalformed())
            .map(ProblemKind::of)
            .toList();
    describeRecording(
        operation,
        content(JSON, schemas.of(Type.listOf(Type.object(AcknowledgementAnswer.SHAPE), 1)),
            Map.of("example", examples.acknowledgements())),
        refusals);
  }

  private static RequestBody body(Schema<?> schema, Value example) {
    return new RequestBody().required(true).content(content(JSON, schema, Map.of("example", example)));
  }

  private void describeRecording(Operation operation, Content acknowledged, List<ProblemKind> refusals) {
    operation.addParametersItem(
        header("If-Match", "Record only if this is still the last event: its sequence in quotes, as in ETag.",
            "\"3\""));
    operation.addParametersItem(idempotencyKey());
    ApiResponses responses = new ApiResponses();
    responses.addApiResponse(
        "201", tagged(new ApiResponse().description("Recorded, and durable.").content(acknowledged)));
    responses.addApiResponse(
        "200",
        tagged(
            new ApiResponse()
                .description("The same was recorded before; this is what it was acknowledged with.")
                .content(acknowledged)));
    List<ProblemKind> problems = new ArrayList<>(MALFORMED);
    problems.addAll(refusals);
    problems.addAll(
        List.of(
            ProblemKind.NOT_ACCEPTABLE,
            ProblemKind.STALE_VERSION,
            ProblemKind.BODY_TOO_LARGE,
            ProblemKind.UNSUPPORTED_MEDIA_TYPE,
            ProblemKind.IDEMPOTENCY_KEY_REUSED,
            ProblemKind.INTERNAL_ERROR));
    addProblems(responses, problems);
    operation.setResponses(responses);
  }

  private Parameter idempotencyKey() {
    return header(
        "Idempotency-Key",
        "A name of the caller's own for this request, kept for good: sent again with it, the request is recorded once.",
        "8e03978e-40d5-43dd-bc93-6894a57f9324");
  }

  /** An operation that answers. */
  void describe(Operation operation, String path, HandlerMethod method, AnswerKind kind) {
    operation.setParameters(parameters(path, method, kind.formats()));
    boolean ofOneAgreement = path.contains("{agreement}");
    ApiResponse ok =
        new ApiResponse()
            .description("The answer.")
            .content(
                answered(kind));
    if (kind.shape().field("next").isPresent()) {
      ok.addHeaderObject("Link",
          new Header().description("The next page, rel=\"next\"; absent on the last.").schema(text()));
    }
    ApiResponses responses = new ApiResponses();
    List<ProblemKind> problems =
        new ArrayList<>(List.of(ProblemKind.of(Code.UNKNOWN_FIELD), ProblemKind.of(Code.INVALID_VALUE)));
    responses.addApiResponse("200", ofOneAgreement ? tagged(ok) : ok);
    if (ofOneAgreement) {
      operation.addParametersItem(
          header("If-None-Match", "The ETag of an earlier answer: 304 when nothing can have changed since.", "\"3\""));
      responses.addApiResponse(
          "304", tagged(new ApiResponse().description("Nothing can have changed since the answer with that ETag.")));
      problems.add(ProblemKind.KNOWN_AT_IN_FUTURE);
      problems.add(ProblemKind.of(Code.UNKNOWN_AGREEMENT));
    }
    for (Code code : kind.refusals()) {
      boolean isInPath =
          (code == Code.UNKNOWN_CLAUSE && path.contains("{clause}"))
              || (code == Code.UNKNOWN_FACT && path.contains("{number}"));
      problems.add(isInPath ? ProblemKind.of(code).inPath() : ProblemKind.of(code));
    }
    problems.add(ProblemKind.NOT_ACCEPTABLE);
    problems.add(ProblemKind.INTERNAL_ERROR);
    addProblems(responses, problems);
    operation.setResponses(responses);
  }

  /** An operation that answers what is posted, and stores nothing. */
  void describeQuestion(Operation operation, String path, HandlerMethod method, AnswerKind kind) {
    operation.setParameters(parameters(path, method, kind.formats()));
    operation.setRequestBody(body(schemas.of(kind.question().orElseThrow()), examples.question(kind)));
    operation.addParametersItem(
        header("If-Match", "Answer only if this is the last event that is known: its sequence in quotes, as in ETag.",
            "\"3\""));
    operation.addParametersItem(
        header("Idempotency-Key", "Taken, as by every POST; nothing is recorded, so that nothing is kept under it.",
            "8e03978e-40d5-43dd-bc93-6894a57f9324"));
    ApiResponses responses = new ApiResponses();
    responses.addApiResponse("200", tagged(new ApiResponse().description("The answer.").content(answered(kind))));
    List<ProblemKind> problems = new ArrayList<>(MALFORMED);
    problems.add(ProblemKind.KNOWN_AT_IN_FUTURE);
    problems.add(ProblemKind.of(Code.UNKNOWN_AGREEMENT));
    kind.refusals().forEach(code -> problems.add(ProblemKind.of(code)));
    problems.addAll(
        List.of(
            ProblemKind.NOT_ACCEPTABLE,
            ProblemKind.STALE_VERSION,
            ProblemKind.BODY_TOO_LARGE,
            ProblemKind.UNSUPPORTED_MEDIA_TYPE,
            ProblemKind.INTERNAL_ERROR));
    addProblems(responses, problems);
    operation.setResponses(responses);
  }

  private Content answered(AnswerKind kind) {
    Content content =
        content(
            kind == AnswerKind.REPLAY ? ND_JSON : JSON, schemas.of(kind.shape()),
            Map.of("example", examples.answer(kind)));
    if (kind == AnswerKind.JOURNAL) {
      content.addMediaType("text/plain", new MediaType().schema(text()));
      content.addMediaType("text/csv", new MediaType().schema(text()));
    }
    if (kind == AnswerKind.EXPORTED_FILE) {
      content.addMediaType("application/yaml", new MediaType().schema(schemas.of(kind.shape())));
    }
    if (kind == AnswerKind.STATEMENT) {
      content.addMediaType("text/html", new MediaType().schema(text()));
      content.addMediaType("application/pdf", new MediaType());
    }
    if (kind.isExplanation()) {
      content.addMediaType(
          "text/plain",
          new MediaType().schema(text()).addExamples("example", new Example().value(examples.explanationText(kind))));
    }
    return content;
  }

  /** The operation that takes a whole agreement file. */
  void describeFile(Operation operation, String path, HandlerMethod method) {
    operation.setParameters(parameters(path, method, List.of()));
    operation.addParametersItem(idempotencyKey());
    Schema<?> schema = schemas.of(FileShapes.FILE);
    operation.setRequestBody(
        new RequestBody()
            .required(true)
            .description(
                "An agreement, its history and the answers expected of it, as YAML 1.2 or JSON; at most 10 MB.")
            .content(
                new Content()
                    .addMediaType(
                        "application/yaml",
                        new MediaType().schema(schema).addExamples("example", new Example().value(examples.file())))
                    .addMediaType(JSON, new MediaType().schema(schema))));
    Content checked =
        content(JSON, schemas.of(AnswerKind.AGREEMENT_FILE.shape()),
            Map.of("example", examples.answer(AnswerKind.AGREEMENT_FILE)));
    ApiResponses responses = new ApiResponses();
    responses.addApiResponse("201", new ApiResponse().description("Recorded, and durable.").content(checked));
    responses.addApiResponse(
        "200",
        new ApiResponse().description("Checked only, or the identical history was recorded before.").content(checked));
    List<ProblemKind> problems = new ArrayList<>(MALFORMED);
    for (Code code : Code.values()) {
      if (!code.isMalformed() && code != Code.UNKNOWN_AGREEMENT) {
        problems.add(ProblemKind.of(code));
      }
    }
    problems.addAll(
        List.of(
            ProblemKind.HISTORY_DIFFERS,
            ProblemKind.EXPECTATIONS_FAILED,
            ProblemKind.NOT_ACCEPTABLE,
            ProblemKind.BODY_TOO_LARGE,
            ProblemKind.UNSUPPORTED_MEDIA_TYPE,
            ProblemKind.IDEMPOTENCY_KEY_REUSED,
            ProblemKind.INTERNAL_ERROR));
    addProblems(responses, problems);
    operation.setResponses(responses);
  }

  /**
   * What may be asked with.
   *
   * @param formats the forms of the answer that can be asked for
   */
  private List<Parameter> parameters(String path, HandlerMethod method, List<String> formats) {
    List<Parameter> parameters = new ArrayList<>();
    Matcher names = IN_PATH.matcher(path);
    while (names.find()) {
      parameters.add(
          new Parameter()
              .in("path")
              .name(names.group(1))
              .required(true)
              .description(Wording.ofPath(names.group(1)))
              .schema(schemas.of(Wording.typeOfPath(names.group(1)))));
    }
    for (String name : KnownParameters.of(method)) {
      parameters.add(
          new Parameter()
              .in("query")
              .name(name)
              .required(false)
              .description(Wording.ofQuery(name))
              .schema(schemas.of(name.equals("format") ? new Type.OneOf(formats) : Wording.typeOfQuery(name))));
    }
    return parameters;
  }

  private void addProblems(ApiResponses responses, List<ProblemKind> kinds) {
    Map<Integer, List<ProblemKind>> byStatus = new LinkedHashMap<>();
    kinds.forEach(kind -> byStatus.computeIfAbsent(kind.status(), any -> new ArrayList<>()).add(kind));
    byStatus.forEach(
        (status, ofStatus) -> {
          Map<String, Value.Tree> shown = new LinkedHashMap<>();
          ofStatus.forEach(
              kind -> shown.put(kind.code(), pages.page(kind.code()).orElseThrow().problem().as(kind).write()));
          responses.addApiResponse(
              Integer.toString(status),
              new ApiResponse()
                  .description(String.join("; ",
                      ofStatus.stream().map(kind -> kind.title() + " (" + kind.code() + ")").toList()))
                  .content(content(PROBLEM, schemas.of(Problem.SHAPE), shown)));
        });
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

  private ApiResponse tagged(ApiResponse response) {
    return response.addHeaderObject(
        "ETag", new Header().description("The sequence of the last event used, in quotes.").schema(text()));
  }

  private Parameter header(String name, String says, String example) {
    return new Parameter().in("header").name(name).required(false).description(says).schema(text()).example(example);
  }

  private Schema<?> text() {
    return schemas.of(Type.TEXT);
  }
}
