package io.contract.ledger.api.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * The address at which others reach the server, such as {@code https://ledger.example}.
 *
 * @param url the address; empty when nobody else reaches it
 */
public record PublicUrl(Optional<URI> url) {

  /**
   * Reads the setting.
   *
   * @param text an address of a server, with or without a port; blank for none
   * @throws PublicUrlException when it is no such address
   */
  public static PublicUrl of(String text) {
    if (text.isBlank()) {
      return new PublicUrl(Optional.empty());
    }
    try {
      URI url = URI.create(text.strip());
      if (isServer(url)) {
        return new PublicUrl(Optional.of(url));
      }
    } catch (IllegalArgumentException malformed) {
      throw new PublicUrlException(text);
    }
    throw new PublicUrlException(text);
  }

  private static boolean isServer(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https"))
        && url.getHost() != null
        && url.getRawUserInfo() == null
        && url.getRawQuery() == null
        && url.getRawFragment() == null
        && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"));
  }
}
