package io.contract.ledger.api.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the answer to {@code OPTIONS} true. Spring lists the methods of the operations at an address. Where there is no operation, the
 * servlet would go on to list every method that HTTP has.
 */
@Component
final class OptionsTruth extends OncePerRequestFilter {

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !"OPTIONS".equals(request.getMethod());
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, new HttpServletResponseWrapper(response) {
      @Override
      public void setHeader(String name, String value) {
        if (getStatus() < HttpServletResponse.SC_BAD_REQUEST || !HttpHeaders.ALLOW.equalsIgnoreCase(name)) {
          super.setHeader(name, value);
        }
      }
    });
  }
}
