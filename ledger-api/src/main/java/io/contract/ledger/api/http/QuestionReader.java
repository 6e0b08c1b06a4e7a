package io.contract.ledger.api.http;

import io.contract.ledger.agreement.Agreement;
import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.api.answer.ProblemKind;
import io.contract.ledger.api.ledger.Ledger;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.id.AgreementId;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads questions: the agreement from the path, and both time axes and the page from the query. */
final class QuestionReader implements HandlerMethodArgumentResolver {

  static final String EFFECTIVE_ON = "effectiveOn";
  static final String KNOWN_AT = "knownAt";
  static final String LIMIT = "limit";
  static final String CURSOR = "cursor";
  static final int DEFAULT_LIMIT = 50;
  static final int MAX_LIMIT = 200;

  static final String TO_EFFECTIVE_ON = "toEffectiveOn";
  static final String TO_KNOWN_AT = "toKnownAt";

  private static final Set<Class<?>> READ =
      Set.of(Question.class, PostedQuestion.class, PagedQuestion.class, DifferenceQuestion.class,
          StreamedQuestion.class,
          AcrossQuestion.class);
  private static final Set<String> NO_FILTERS = Set.of(EFFECTIVE_ON, KNOWN_AT, LIMIT, CURSOR);

  private final Ledger ledger;
  private final CursorSeal seal;
  private final Unanswered unanswered;

  QuestionReader(Ledger ledger, CursorSeal seal, Unanswered unanswered) {
    this.ledger = ledger;
    this.seal = seal;
    this.unanswered = unanswered;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return READ.contains(parameter.getParameterType());
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders)
      throws IOException {
    HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
    Class<?> type = parameter.getParameterType();
    if (type == PagedQuestion.class) {
      return paged(request);
    }
    if (type == PostedQuestion.class) {
      return posted(request, Objects.requireNonNull(parameter.getMethodAnnotation(Answers.class)).value());
    }
    if (type == StreamedQuestion.class) {
      return streamed(request);
    }
    if (type == AcrossQuestion.class) {
      return across(request);
    }
    Optional<LocalDate> day = Parameters.date(request, EFFECTIVE_ON);
    Question question = question(request, day, Parameters.instant(request, KNOWN_AT));
    return type == Question.class ? question : twoPoints(request, question, day);
  }

  /** Reads a posted question. A malformed question is refused before anything is looked up. */
  private PostedQuestion posted(HttpServletRequest request, AnswerKind kind) throws IOException {
    Shape shape = kind.question().orElseThrow(() -> new IllegalStateException("nothing is posted to ask for " + kind));
    Fields body = Fields.of(PostedBody.json(request, kind.largestQuestion(), Type.object(shape)));
    // A malformed key is refused, as with every POST. A valid key is not kept, because nothing is recorded.
    IdempotencyKey.of(request, body.tree());
    Optional<Long> expected = EntityTags.expectedSequence(request);
    Optional<LocalDate> day = Parameters.date(request, EFFECTIVE_ON);
    Question question = question(request, day, Parameters.instant(request, KNOWN_AT));
    long last = question.asked().sequence();
    expected.filter(sequence -> sequence != last).ifPresent(sequence -> {
      throw ProblemException.of(
          ProblemKind.STALE_VERSION, "If-Match says that the last event is " + sequence + "; it is " + last);
    });
    return new PostedQuestion(question, body);
  }

  /** Reads the second point. Its day is by default that of the first point, its instant by default the last. */
  private DifferenceQuestion twoPoints(HttpServletRequest request, Question from, Optional<LocalDate> day) {
    Optional<LocalDate> toDay = Parameters.date(request, TO_EFFECTIVE_ON).or(() -> day);
    return new DifferenceQuestion(from, question(request, toDay, Parameters.instant(request, TO_KNOWN_AT)));
  }

  private StreamedQuestion streamed(HttpServletRequest request) {
    AgreementId id = new AgreementId(Parameters.ofPath(request).getOrDefault("agreement", ""));
    Optional<Instant> at = Parameters.instant(request, KNOWN_AT);
    Instant now = ledger.now();
    Ledger.Events found = events(id);
    Ledger.Events events = isSettledBy(found.last().recordedAt(), at, now) ? found : events(id);
    Ledger.Events wanted = at.map(events::knownAt).orElse(Optional.of(events)).orElseThrow(() -> notYet(id, at.get()));
    return new StreamedQuestion(wanted, Parameters.date(request, EFFECTIVE_ON), request);
  }

  private Ledger.Events events(AgreementId id) {
    return slug(id).flatMap(ledger::events).orElseThrow(() -> ProblemException.noAgreement(id));
  }

  private AcrossQuestion across(HttpServletRequest request) {
    Optional<LocalDate> day = Parameters.date(request, EFFECTIVE_ON);
    Optional<Instant> at = Parameters.instant(request, KNOWN_AT);
    Instant now = ledger.now();
    at.filter(instant -> instant.isAfter(now)).ifPresent(instant -> {
      throw inFuture(instant, now);
    });
    int limit = limit(request);
    Optional<Cursor> cursor = cursor(request, day, at);
    Instant knownAt = cursor.map(Cursor::knownAt).or(() -> at).orElse(now);
    if (knownAt.isAfter(now)) {
      throw Cursor.invalid();
    }
    ledger.settle(knownAt);
    return new AcrossQuestion(
        ledger,
        cursor.map(Cursor::effectiveOn).or(() -> day).orElseGet(() -> LocalDate.ofInstant(now, ZoneOffset.UTC)),
        knownAt,
        cursor.map(c -> new AcrossQuestion.Place(c.agreement(), c.offset())),
        limit,
        filters(request),
        seal,
        new Separately(unanswered, request),
        request);
  }

  private PagedQuestion paged(HttpServletRequest request) {
    Optional<LocalDate> day = Parameters.date(request, EFFECTIVE_ON);
    Optional<Instant> at = Parameters.instant(request, KNOWN_AT);
    int limit = limit(request);
    Optional<Cursor> cursor = cursor(request, day, at);
    Question question =
        question(request, cursor.map(Cursor::effectiveOn).or(() -> day), cursor.map(Cursor::knownAt).or(() -> at));
    return new PagedQuestion(question, cursor.map(Cursor::offset).orElse(0), limit, filters(request), seal);
  }

  /** The cursor; empty when none is given. The other parameters must equal those of its first page. */
  private Optional<Cursor> cursor(
      HttpServletRequest request, Optional<LocalDate> day, Optional<Instant> at) {
    String filters = filters(request);
    Optional<Cursor> cursor =
        Optional.ofNullable(request.getParameter(CURSOR)).map(given -> Cursor.of(given, seal, request));
    boolean changed =
        cursor
            .filter(
                c -> !c.filters().equals(filters)
                    || !day.orElse(c.effectiveOn()).equals(c.effectiveOn())
                    || !at.orElse(c.knownAt()).equals(c.knownAt()))
            .isPresent();
    if (changed) {
      throw Cursor.invalid();
    }
    return cursor;
  }

  static int limit(HttpServletRequest request) {
    return Math.toIntExact(Parameters.whole(request, LIMIT, 1, MAX_LIMIT).orElse((long) DEFAULT_LIMIT));
  }

  /** The parameters that select rows, sorted by name. */
  private static String filters(HttpServletRequest request) {
    return new TreeMap<>(request.getParameterMap())
        .entrySet().stream()
        .filter(entry -> !NO_FILTERS.contains(entry.getKey()))
        .map(entry -> entry.getKey() + "=" + String.join(",", entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private Question question(HttpServletRequest request, Optional<LocalDate> day, Optional<Instant> at) {
    AgreementId id = new AgreementId(Parameters.ofPath(request).getOrDefault("agreement", ""));
    Instant now = ledger.now();
    Agreement found = found(id);
    Agreement agreement = isSettledBy(found.lastRecordedAt().orElseThrow(), at, now) ? found : found(id);
    Instant knownAt = at.orElse(agreement.lastRecordedAt().orElseThrow());
    KnownFacts known = agreement.knownAt(knownAt);
    if (known.events().isEmpty()) {
      throw notYet(id, knownAt);
    }
    LocalDate today = LocalDate.ofInstant(now, agreement.executed().timeZone());
    LocalDate effectiveOn = day.orElse(today);
    return new Question(
        known, Question.asked(agreement, known, effectiveOn, knownAt), day.isPresent(), today, request);
  }

  private Agreement found(AgreementId id) {
    return slug(id).flatMap(ledger::find).orElseThrow(() -> ProblemException.noAgreement(id));
  }

  /**
   * Whether an agreement with that last event had, when it was read, everything that it will ever have by the instant. Up to its last
   * event it always has, because recorded times strictly increase. For a later instant this waits until nothing more can be recorded
   * at or before it; then the agreement has to be read again.
   */
  private boolean isSettledBy(Instant last, Optional<Instant> at, Instant now) {
    if (at.isEmpty() || !at.get().isAfter(last)) {
      return true;
    }
    if (at.get().isAfter(now)) {
      throw inFuture(at.get(), now);
    }
    ledger.settle(at.get());
    return false;
  }

  /** The id; empty when it cannot be an agreement's id. */
  private static Optional<AgreementId> slug(AgreementId id) {
    return Optional.of(id).filter(any -> Checker.check(Value.text(id.text()), Type.SLUG, Pointer.ROOT).isEmpty());
  }

  private static ProblemException notYet(AgreementId id, Instant knownAt) {
    return ProblemException.at(
        "agreement", Code.UNKNOWN_AGREEMENT, "agreement '" + id + "' was not recorded by " + knownAt);
  }

  private static ProblemException inFuture(Instant knownAt, Instant now) {
    return new ProblemException(
        Problem.of(
            ProblemKind.KNOWN_AT_IN_FUTURE,
            Pointer.ROOT.child(KNOWN_AT),
            "knownAt " + knownAt + " is later than the ledger's clock, " + now + "; leave knownAt out for now"));
  }
}
