package io.contract.ledger.api.http;

import io.contract.ledger.api.answer.ProblemKind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds nothing at an address with a step that is {@code .} or {@code ..}. Whoever looks for an answer would take such a step in one of two
 * ways, as a name or as a step, and Spring takes it in both.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class PlainPath extends OncePerRequestFilter {

  private static final Pattern DOTS = Pattern.compile("/(\\.|%2e){1,2}(/|;|$)", Pattern.CASE_INSENSITIVE);

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (DOTS.matcher(request.getRequestURI()).find()) {
      JsonResponses.refuse(
          response, ProblemKind.UNKNOWN_PATH,
          "there is nothing at an address that has a step . or ..; write it without");
    } else {
      chain.doFilter(request, response);
    }
  }
}
