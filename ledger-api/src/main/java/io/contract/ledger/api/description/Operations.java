package io.contract.ledger.api.description;

import io.contract.ledger.api.agreementfile.FileShapes;
import io.contract.ledger.api.answer.AcknowledgementAnswer;
import io.contract.ledger.api.answer.ProblemKind;
import io.contract.ledger.api.console.ProblemPages;
import io.contract.ledger.api.http.AnswerKind;
import io.contract.ledger.api.http.KnownParameters;
import io.contract.ledger.api.http.PostedFacts;
import io.contract.ledger.api.http.PostedKind;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.web.method.HandlerMethod;

/** Describes one operation after another, all with the same words for the same things. */
final class Operations {

  private static final String JSON = "application/json";
  private static final String YAML = "application/yaml";
  private static final String ANSWER = "The answer.";

  private static final List<ProblemKind> OF_QUESTIONS =
      List.of(ProblemKind.QUESTION_TOO_LARGE, ProblemKind.NOT_SETTLED, ProblemKind.QUESTION_TOO_LONG);

  private static final List<ProblemKind> MALFORMED =
      List.of(
          ProblemKind.of(Code.INVALID_JSON),
          ProblemKind.of(Code.UNKNOWN_FIELD),
          ProblemKind.of(Code.INVALID_VALUE),
          ProblemKind.of(Code.MISSING_FIELD));

  private final Schemas schemas;
  private final Parameters parameters;
  private final Responses responses;
  private final RequestExamples requests;
  private final AnswerExamples answers;

  Operations(Schemas schemas, RequestExamples requests, AnswerExamples answers, ProblemPages pages) {
    this.schemas = schemas;
    this.parameters = new Parameters(schemas);
    this.responses = new Responses(schemas, pages);
    this.requests = requests;
    this.answers = answers;
  }

  /** An operation that records a fact. */
  void describe(Operation operation, String path, HandlerMethod method, PostedKind posted) {
    operation.setParameters(parameters.of(path, method, List.of()));
    operation.setRequestBody(body(schemas.of(posted.body()), requests.request(posted.fact())));
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
        Responses.content(JSON, schemas.of(AcknowledgementAnswer.SHAPE), answers.acknowledgement(posted.fact())),
        refusals);
  }

  /** The operation that records many facts at once. */
  void describeFacts(Operation operation, String path, HandlerMethod method) {
    operation.setParameters(parameters.of(path, method, List.of()));
    operation.setRequestBody(body(schemas.of(PostedFacts.TYPE), requests.facts()));
    Type acknowledged = Type.listOf(Type.object(AcknowledgementAnswer.SHAPE), 1);
    describeRecording(
        operation, Responses.content(JSON, schemas.of(acknowledged), answers.acknowledgements()),
        refusals(code -> true));
  }

  private static RequestBody body(Schema<?> schema, Value example) {
    return new RequestBody().required(true).content(Responses.content(JSON, schema, example));
  }

  /** What the domain can refuse of a body that is well formed. */
  private static List<ProblemKind> refusals(Predicate<Code> included) {
    return Arrays.stream(Code.values()).filter(code -> !code.isMalformed()).filter(included).map(ProblemKind::of)
        .toList();
  }

  private void describeRecording(Operation operation, Content acknowledged, List<ProblemKind> refusals) {
    operation.addParametersItem(parameters.ifMatch("Record only if this is still the last event"));
    operation.addParametersItem(idempotencyKey());
    List<ProblemKind> problems =
        ofPost(
            refusals, ProblemKind.NOT_ACCEPTABLE, ProblemKind.STALE_VERSION, ProblemKind.BODY_TOO_LARGE,
            ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.IDEMPOTENCY_KEY_REUSED, ProblemKind.QUESTION_TOO_LARGE,
            ProblemKind.QUESTION_TOO_LONG, ProblemKind.STORE_TOO_SLOW, ProblemKind.STORE_FULL);
    ApiResponses succeeds =
        new ApiResponses()
            .addApiResponse("201", responses.tagged("Recorded, and durable.").content(acknowledged))
            .addApiResponse(
                "200",
                responses.tagged("The same was recorded before; this is what it was acknowledged with.")
                    .content(acknowledged));
    operation.setResponses(responses.withProblems(succeeds, problems));
  }

  private Parameter idempotencyKey() {
    return parameters.idempotencyKey(
        "A name of the caller's own for this request, kept for good: sent again with it, the request is recorded once.");
  }

  /** What is wrong with a body, then what is refused of it, then what the interface alone finds wrong. */
  private static List<ProblemKind> ofPost(List<ProblemKind> refusals, ProblemKind... others) {
    List<ProblemKind> problems = new ArrayList<>(MALFORMED);
    problems.addAll(refusals);
    problems.addAll(List.of(others));
    problems.add(ProblemKind.BODY_TOO_SLOW);
    problems.add(ProblemKind.TOO_MANY_REQUESTS);
    problems.add(ProblemKind.INTERNAL_ERROR);
    problems.add(ProblemKind.STORE_UNAVAILABLE);
    return problems;
  }

  /** An operation that answers. */
  void describe(Operation operation, String path, HandlerMethod method, AnswerKind kind) {
    operation.setParameters(parameters.of(path, method, kind.formats()));
    boolean ofOneAgreement = path.contains("{agreement}");
    ApiResponse ok = ofOneAgreement ? responses.tagged(ANSWER) : Responses.response(ANSWER);
    if (kind.shape().field("next").isPresent()) {
      ok.addHeaderObject("Link", responses.header("The next page, rel=\"next\"; absent on the last."));
    }
    ApiResponses succeeds = new ApiResponses().addApiResponse("200", ok.content(answered(kind)));
    if (ofOneAgreement) {
      operation.addParametersItem(parameters.ifNoneMatch());
      succeeds.addApiResponse("304", responses.tagged("Nothing can have changed since the answer with that ETag."));
    }
    operation.setResponses(responses.withProblems(succeeds, problems(path, method, ofOneAgreement, kind)));
  }

  private static List<ProblemKind> problems(
      String path, HandlerMethod method, boolean ofOneAgreement, AnswerKind kind) {
    List<ProblemKind> problems =
        new ArrayList<>(List.of(ProblemKind.of(Code.UNKNOWN_FIELD), ProblemKind.of(Code.INVALID_VALUE)));
    if (ofOneAgreement) {
      problems.add(ProblemKind.KNOWN_AT_IN_FUTURE);
      problems.add(ProblemKind.of(Code.UNKNOWN_AGREEMENT));
    }
    for (Code code : refusals(method, kind)) {
      boolean isInPath =
          (code == Code.UNKNOWN_CLAUSE && path.contains("{clause}"))
              || (code == Code.UNKNOWN_FACT && path.contains("{number}"));
      problems.add(isInPath ? ProblemKind.of(code).inPath() : ProblemKind.of(code));
    }
    problems.add(ProblemKind.NOT_ACCEPTABLE);
    problems.addAll(OF_QUESTIONS);
    problems.add(ProblemKind.TOO_MANY_REQUESTS);
    problems.add(ProblemKind.INTERNAL_ERROR);
    problems.add(ProblemKind.STORE_UNAVAILABLE);
    return problems;
  }

  /** Why a well-formed question is refused; where the query may name a day, also a day that none may name. */
  private static List<Code> refusals(HandlerMethod method, AnswerKind kind) {
    boolean namesDays =
        KnownParameters.of(method).stream()
            .anyMatch(name -> !name.equals("format") && Wording.typeOfQuery(name).equals(Type.DATE));
    return Stream.concat(kind.refusals().stream(), namesDays ? Stream.of(Code.DATE_OUT_OF_RANGE) : Stream.empty())
        .distinct()
        .sorted()
        .toList();
  }

  /** An operation that answers what is posted, and stores nothing. */
  void describeQuestion(Operation operation, String path, HandlerMethod method, AnswerKind kind) {
    operation.setParameters(parameters.of(path, method, kind.formats()));
    operation.setRequestBody(body(schemas.of(kind.question().orElseThrow()), requests.question(kind)));
    operation.addParametersItem(parameters.ifMatch("Answer only if this is the last event that is known"));
    operation.addParametersItem(
        parameters.idempotencyKey("Taken, as by every POST; nothing is recorded, so that nothing is kept under it."));
    List<ProblemKind> refusals =
        new ArrayList<>(List.of(ProblemKind.KNOWN_AT_IN_FUTURE, ProblemKind.of(Code.UNKNOWN_AGREEMENT)));
    refusals(method, kind).forEach(code -> refusals.add(ProblemKind.of(code)));
    refusals.addAll(OF_QUESTIONS);
    List<ProblemKind> problems =
        ofPost(
            refusals, ProblemKind.NOT_ACCEPTABLE, ProblemKind.STALE_VERSION, ProblemKind.BODY_TOO_LARGE,
            ProblemKind.UNSUPPORTED_MEDIA_TYPE);
    ApiResponses succeeds =
        new ApiResponses().addApiResponse("200", responses.tagged(ANSWER).content(answered(kind)));
    operation.setResponses(responses.withProblems(succeeds, problems));
  }

  private Content answered(AnswerKind kind) {
    Content content =
        Responses.content(
            kind == AnswerKind.REPLAY ? "application/x-ndjson" : JSON, schemas.of(kind.shape()), answers.answer(kind));
    if (kind == AnswerKind.JOURNAL) {
      content.addMediaType("text/plain", text());
      content.addMediaType("text/csv", text());
    }
    if (kind == AnswerKind.EXPORTED_FILE) {
      content.addMediaType(YAML, new MediaType().schema(schemas.of(kind.shape())));
    }
    if (kind == AnswerKind.STATEMENT) {
      content.addMediaType("text/html", text());
      content.addMediaType("application/pdf", new MediaType());
    }
    if (kind.isExplanation()) {
      content.addMediaType(
          "text/plain", text().addExamples("example", new Example().value(answers.explanationText(kind))));
    }
    return content;
  }

  private MediaType text() {
    return new MediaType().schema(schemas.of(Type.TEXT));
  }

  /** The operation that takes a whole agreement file. */
  void describeFile(Operation operation, String path, HandlerMethod method) {
    operation.setParameters(parameters.of(path, method, List.of()));
    operation.addParametersItem(idempotencyKey());
    operation.setRequestBody(file());
    AnswerKind kind = AnswerKind.AGREEMENT_FILE;
    ApiResponses succeeds =
        new ApiResponses()
            .addApiResponse("201", Responses.response("Recorded, and durable.").content(answered(kind)))
            .addApiResponse(
                "200",
                Responses.response("Checked only, or the identical history was recorded before.")
                    .content(answered(kind)));
    List<ProblemKind> problems =
        ofPost(
            refusals(code -> code != Code.UNKNOWN_AGREEMENT), ProblemKind.HISTORY_DIFFERS,
            ProblemKind.EXPECTATIONS_FAILED, ProblemKind.NOT_ACCEPTABLE, ProblemKind.BODY_TOO_LARGE,
            ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.IDEMPOTENCY_KEY_REUSED, ProblemKind.QUESTION_TOO_LARGE,
            ProblemKind.QUESTION_TOO_LONG, ProblemKind.STORE_TOO_SLOW, ProblemKind.STORE_FULL);
    operation.setResponses(responses.withProblems(succeeds, problems));
  }

  private RequestBody file() {
    Schema<?> schema = schemas.of(FileShapes.FILE);
    MediaType yaml =
        new MediaType().schema(schema).addExamples("example", new Example().value(requests.file()));
    return new RequestBody()
        .required(true)
        .description(
            "An agreement, its history and the answers expected of it, as YAML 1.2 or JSON; at most 256 MB, unless the server is set otherwise.")
        .content(new Content().addMediaType(YAML, yaml).addMediaType(JSON, new MediaType().schema(schema)));
  }
}
