package io.contract.ledger.api.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Tells caches that an answer in several forms depends on the form that was asked for. */
final class VaryByAccept implements HandlerInterceptor {

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && forms(method) > 1) {
      response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
    return true;
  }

  /** How many forms the operation answers in: what it declares itself, or else its controller. */
  private static int forms(HandlerMethod method) {
    RequestMapping own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
    if (own != null && own.produces().length > 0) {
      return own.produces().length;
    }
    RequestMapping all = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequestMapping.class);
    return all == null ? 1 : all.produces().length;
  }
}
