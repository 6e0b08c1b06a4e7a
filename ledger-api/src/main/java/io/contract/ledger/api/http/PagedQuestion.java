package io.contract.ledger.api.http;

import io.contract.ledger.api.answer.Lists;
import io.contract.ledger.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A question whose answer is a list, with the page that is wanted. The pages of a list are stable: the cursor names the day and
 * the instant of the first page, and what was known at that instant never changes.
 *
 * @param offset how many rows come before the page
 * @param limit how many rows the page has at most
 */
public record PagedQuestion(Question question, int offset, int limit, String filters, CursorSeal seal) {

  /** Answers with the page of these rows. Only the rows of the page are written. */
  public <T> ResponseEntity<Value.Tree> answer(List<T> rows, Function<T, Value.Tree> row) {
    int from = Math.min(offset, rows.size());
    int to = Math.min(from + limit, rows.size());
    Optional<String> next =
        to < rows.size()
            ? Optional.of(new Cursor(to, question.asked(), filters).text(seal, question.request()))
            : Optional.empty();
    ResponseEntity.BodyBuilder ok = ResponseEntity.ok();
    next.ifPresent(cursor -> ok.header(HttpHeaders.LINK, link(cursor)));
    return question.respond(
        ok, () -> Lists.write(question.asked(), rows.subList(from, to).stream().map(row).toList(), next));
  }

  private String link(String cursor) {
    return nextLink(question.request(), cursor);
  }

  /** The header that links to the next page of the same list. */
  static String nextLink(jakarta.servlet.http.HttpServletRequest request, String cursor) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(request.getRequestURI());
    request.getParameterMap().forEach((name, values) -> address.queryParam(name, (Object[]) encoded(values)));
    return "<" + address.replaceQueryParam("cursor", cursor).build().toUriString() + ">; rel=\"next\"";
  }

  private static String[] encoded(String[] values) {
    return java.util.Arrays.stream(values)
        .map(value -> java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8))
        .toArray(String[]::new);
  }
}
