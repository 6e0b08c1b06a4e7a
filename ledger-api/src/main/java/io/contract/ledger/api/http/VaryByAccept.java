package io.contract.ledger.api.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Tells caches that an answer in several forms depends on the form that was asked for. */
final class VaryByAccept implements HandlerInterceptor {

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && AcceptedForms.of(method).size() > 1) {
      response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
    return true;
  }
}
