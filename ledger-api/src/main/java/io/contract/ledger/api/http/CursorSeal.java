package io.contract.ledger.api.http;

import io.contract.ledger.api.store.CursorSecret;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Signs cursors (HMAC, RFC 2104), so that only what the ledger gave out for an address comes back: a cursor that was changed, made up,
 * or given for another list is refused. What is signed is the address without its query, and the cursor, which holds the query.
 */
@Component
public final class CursorSeal {

  private static final String ALGORITHM = "HmacSHA256";

  /** 128 bits of the code are enough, and keep cursors short. */
  private static final int LENGTH = 16;

  private final CursorSecret secret;

  CursorSeal(CursorSecret secret) {
    this.secret = secret;
  }

  /** The words with their signature, as one word for an address. */
  String sealed(HttpServletRequest request, String plain) {
    return text(plain.getBytes(StandardCharsets.UTF_8)) + "." + text(code(request, plain));
  }

  /**
   * The words in a sealed one.
   *
   * @throws IllegalArgumentException when it was not sealed here, for this address
   */
  String opened(HttpServletRequest request, String sealed) {
    String[] parts = sealed.split("\\.", -1);
    if (parts.length == 2) {
      String plain = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
      // Only the one spelling that was given out: another could stand for the same bytes.
      if (MessageDigest.isEqual(
          sealed(request, plain).getBytes(StandardCharsets.UTF_8), sealed.getBytes(StandardCharsets.UTF_8))) {
        return plain;
      }
    }
    throw new IllegalArgumentException("the cursor was not given out for this address");
  }

  private byte[] code(HttpServletRequest request, String plain) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
      mac.update(request.getRequestURI().getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Arrays.copyOf(mac.doFinal(plain.getBytes(StandardCharsets.UTF_8)), LENGTH);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
