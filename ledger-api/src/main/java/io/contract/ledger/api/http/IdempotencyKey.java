package io.contract.ledger.api.http;

import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.api.store.RequestKey;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code Idempotency-Key} of a request. A request that is sent again with the same key is recorded once, even if its
 * fact has no id of its own. The key may stand in quotes, as in the HTTP working group's draft, or without them.
 */
public final class IdempotencyKey {

  private static final String HEADER = "Idempotency-Key";
  private static final Pattern FORM = Pattern.compile("\"[\\x21\\x23-\\x7e]{1,255}\"|[\\x21\\x23-\\x7e]{1,255}");

  private IdempotencyKey() {}

  /**
   * The key of a request with a JSON body. A body with its names in another order, or with other white space, is the same
   * request.
   *
   * @throws ProblemException when there are several keys, or when the key does not have the form of one
   */
  static @Nullable RequestKey of(HttpServletRequest request, Value body) {
    return of(request, JsonText.write(ordered(body)).getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable RequestKey of(HttpServletRequest request, byte[] body) {
    Reading reading = reading(request);
    if (reading == null) {
      return null;
    }
    reading.digest().update(body);
    return reading.key();
  }

  /**
   * The key of a request whose body is still to be read.
   *
   * @param digest gets the bytes of the body
   */
  public record Reading(String text, MessageDigest digest) {

    /** The key, when the whole body has been read. */
    public RequestKey key() {
      return new RequestKey(FactEndpoint.BY, text, HexFormat.of().formatHex(digest.digest()));
    }
  }

  /**
   * The key of a request whose body is read afterwards; null when it has none.
   *
   * @throws ProblemException when there are several keys, or when the key does not have the form of one
   */
  public static @Nullable Reading reading(HttpServletRequest request) {
    List<String> given = Collections.list(request.getHeaders(HEADER));
    if (given.isEmpty()) {
      return null;
    }
    if (given.size() > 1 || !FORM.matcher(given.getFirst()).matches()) {
      throw ProblemException.at(
          HEADER, Code.INVALID_VALUE, HEADER + " must be one text of 1 to 255 visible ASCII characters without quotes");
    }
    String key = given.getFirst().replace("\"", "");
    String address = request.getRequestURI() + "?" + Objects.requireNonNullElse(request.getQueryString(), "");
    MessageDigest digest = sha256();
    digest.update(address.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return new Reading(key, digest);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static Value ordered(Value value) {
    return switch (value) {
      case Value.Tree tree -> {
        Map<String, Value> ordered = new TreeMap<>();
        tree.entries().forEach((name, entry) -> ordered.put(name, ordered(entry)));
        yield new Value.Tree(ordered);
      }
      case Value.Items items -> Value.items(items.items().stream().map(IdempotencyKey::ordered).toList());
      case Value.Text text -> text;
      case Value.Num number -> number;
      case Value.Bool bool -> bool;
      case Value.Null none -> none;
    };
  }
}
