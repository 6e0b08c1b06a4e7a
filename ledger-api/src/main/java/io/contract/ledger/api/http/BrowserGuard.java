package io.contract.ledger.api.http;

import io.contract.ledger.api.answer.ProblemKind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the pages of other sites from reaching the ledger through somebody's browser, and tells the browser what the ledger's own
 * pages never do (ADR 0031).
 *
 * <p>A request must name a host that the server answers to: this machine, or what {@code ledger.public-url} names. A name that
 * somebody made to lead here is answered 421. A page of another site may not write.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BrowserGuard extends OncePerRequestFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** The names of this machine that no name server can give to another. */
  private static final Pattern THIS_MACHINE =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  /** The styles are in the pages themselves; scripts come from the server alone. */
  private static final String CONTENT =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private final Optional<URI> publicUrl;

  /**
   * A guard.
   *
   * @param publicUrl the address at which others reach the server, such as {@code https://ledger.example}; empty when they do not
   */
  BrowserGuard(@Value("${ledger.public-url:}") String publicUrl) {
    this.publicUrl = PublicUrl.of(publicUrl).url();
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("Content-Security-Policy", CONTENT);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    if (!READING.contains(request.getMethod())) {
      response.addHeader("Vary", "Origin");
    }
    String host = request.getServerName().toLowerCase(Locale.ROOT);
    if (!isOwn(host)) {
      JsonResponses.refuse(response, ProblemKind.FOREIGN_HOST,
          "this server does not answer to '" + host
              + "'; start it with --public-url to name the address at which it is reached");
    } else if (!READING.contains(request.getMethod()) && isFromElsewhere(request)) {
      JsonResponses.refuse(response, ProblemKind.FOREIGN_ORIGIN, "a page of another site may not write here");
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isOwn(String host) {
    return THIS_MACHINE.matcher(host).matches()
        || publicUrl.filter(url -> host.equalsIgnoreCase(url.getHost())).isPresent();
  }

  /** Whether a browser says that the page that sends the request is not the ledger's. */
  private boolean isFromElsewhere(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    return "cross-site".equals(request.getHeader("Sec-Fetch-Site")) || (origin != null && !isOwn(request, origin));
  }

  private boolean isOwn(HttpServletRequest request, String origin) {
    return origin.equalsIgnoreCase(request.getScheme() + "://" + request.getHeader("Host"))
        || publicUrl.filter(url -> origin.equalsIgnoreCase(originOf(url))).isPresent();
  }

  private static String originOf(URI url) {
    return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
  }
}
