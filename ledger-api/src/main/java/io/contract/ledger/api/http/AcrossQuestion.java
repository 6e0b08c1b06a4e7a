package io.contract.ledger.api.http;

import io.contract.ledger.api.answer.Lists;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.api.ledger.Ledger;
import io.contract.ledger.api.store.Narrowing;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.value.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A question across all agreements, on both time axes, and the page that is wanted. Its rows are in the order of agreements, and
 * within one in the order of its own list, so that a page stays where it was when agreements are added. Controllers take it as an
 * argument; {@link QuestionReader} makes it.
 *
 * @param ledger what is asked
 * @param effectiveOn the day; today in UTC unless said, since agreements have days of their own
 * @param knownAt the instant; the ledger's clock at the first page unless said
 * @param after the place behind which the page begins; empty for the first
 */
public record AcrossQuestion(
    Ledger ledger,
    LocalDate effectiveOn,
    Instant knownAt,
    Optional<Place> after,
    int limit,
    String filters,
    HttpServletRequest request) {

  /**
   * Where a page ends.
   *
   * @param agreement the last agreement that was looked at
   * @param rows how many of its rows came before the end; all when it is not there any more
   */
  public record Place(String agreement, int rows) {}

  /** The ids of at most so many agreements behind the last that was looked at, in their order. */
  public List<String> ids(Narrowing by, int most) {
    return ledger.agreements(by, after.map(Place::agreement), most);
  }

  /** What was known of the agreement at the instant; empty when nothing was. */
  public Optional<KnownFacts> known(String agreement) {
    return ledger.find(agreement).map(found -> found.knownAt(knownAt)).filter(known -> !known.events().isEmpty());
  }

  /** Answers with a page; the entity tag is of what is on it. */
  public ResponseEntity<Value.Tree> answer(List<Value.Tree> rows, Optional<Place> end) {
    Optional<String> next =
        end.map(place -> new Cursor(place.rows(), effectiveOn, knownAt, place.agreement(), filters).text());
    String tag = tag(rows, end);
    if (IfMatch.hasSeen(request, tag)) {
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

  /** Of the rows alone: the instant differs with every question that names none, though nothing else does. */
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
