package io.contract.ledger.api.http;

import io.contract.ledger.api.answer.Lists;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.api.ledger.Ledger;
import io.contract.ledger.api.store.OverviewFilter;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.id.AgreementId;
import io.contract.ledger.value.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A question across all agreements, on both time axes, with the page that is wanted. Rows are in the order of agreements, and
 * within an agreement in the order of its own list. A page therefore stays in place when agreements are added. Controllers take
 * the question as an argument; {@link QuestionReader} makes it.
 *
 * @param ledger the ledger that is asked
 * @param effectiveOn the day; today in UTC by default, because agreements have time zones of their own
 * @param knownAt the instant; by default the time of the ledger's clock at the first page
 * @param after the place after which the page begins; empty for the first page
 */
public record AcrossQuestion(
    Ledger ledger,
    LocalDate effectiveOn,
    Instant knownAt,
    Optional<Place> after,
    int limit,
    String filters,
    CursorSeal seal,
    Separately separately,
    HttpServletRequest request) {

  private static final Duration LONG = Duration.ofSeconds(5);

  /**
   * The place where a page ends.
   *
   * @param agreement the last agreement that was visited
   * @param rows how many of its rows come before the end; all of them count if the agreement is gone
   */
  public record Place(AgreementId agreement, int rows) {}

  /** The ids of the next agreements in order, at most that many, after the last one that was visited. */
  public List<AgreementId> ids(OverviewFilter by, int most) {
    return ledger.agreements(by, after.map(Place::agreement), most);
  }

  /**
   * What the list says about the agreement; empty when nothing was known of it at the instant. An agreement that cannot be answered
   * for has a problem instead, so that the others are served.
   *
   * @param answer computes it from the facts known at the instant
   */
  public <T> Optional<Separately.Result<T>> about(AgreementId agreement, Function<KnownFacts, T> answer) {
    return separately.ask(
        agreement,
        () -> ledger.find(agreement).map(found -> found.knownAt(knownAt)).filter(known -> !known.events().isEmpty())
            .map(answer));
  }

  /** Whether the page has taken so long that it ends here, and the next one goes on. */
  public boolean hasTakenLong() {
    return separately.taken().compareTo(LONG) > 0;
  }

  /** Answers with a page. The entity tag depends only on what the page shows. */
  public ResponseEntity<Value.Tree> answer(List<Value.Tree> rows, Optional<Place> end) {
    Optional<String> next =
        end.map(
            place -> new Cursor(place.rows(), effectiveOn, knownAt, place.agreement(), filters).text(seal, request));
    String tag = tag(rows, end);
    if (EntityTags.hasSeen(request, tag)) {
      return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag)
          .cacheControl(CacheControl.noCache().cachePrivate())
          .build();
    }
    ResponseEntity.BodyBuilder ok = ResponseEntity.ok();
    next.ifPresent(cursor -> ok.header(HttpHeaders.LINK, PagedQuestion.nextLink(request, cursor)));
    return ok.eTag(tag)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .contentType(MediaType.APPLICATION_JSON)
        .body(Lists.across(effectiveOn, knownAt, rows, next));
  }

  /**
   * The entity tag of the rows. The instant is left out: it differs with every question that names none, even if nothing else
   * does.
   */
  private String tag(List<Value.Tree> rows, Optional<Place> end) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(JsonText.writeUtf8(Value.items(rows)));
      byte[] hash = digest.digest((effectiveOn + " " + end).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return "\"" + HexFormat.of().formatHex(hash, 0, 16) + "\"";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
