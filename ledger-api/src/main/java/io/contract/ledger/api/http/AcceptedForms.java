package io.contract.ledger.api.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses to answer in a form that the caller has ruled out with {@code q=0} (RFC 9110, 12.5.1), which Spring takes for a low wish. */
final class AcceptedForms implements HandlerInterceptor {

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws HttpMediaTypeNotAcceptableException {
    if (handler instanceof HandlerMethod method) {
      List<MediaType> forms = of(method);
      List<MediaType> accepted = accepted(request);
      if (!forms.isEmpty() && !accepted.isEmpty() && forms.stream().allMatch(form -> isRuledOut(form, accepted))) {
        throw new HttpMediaTypeNotAcceptableException(forms);
      }
    }
    return true;
  }

  /** The forms in which the operation answers: what it declares itself, or else its controller. */
  static List<MediaType> of(HandlerMethod method) {
    return Stream.of(method.getMethod(), method.getBeanType())
        .map(declared -> AnnotatedElementUtils.findMergedAnnotation(declared, RequestMapping.class))
        .filter(mapping -> mapping != null && mapping.produces().length > 0)
        .findFirst()
        .map(mapping -> MediaType.parseMediaTypes(List.of(mapping.produces())))
        .orElse(List.of());
  }

  private static List<MediaType> accepted(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
    try {
      return MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
    } catch (InvalidMediaTypeException unreadable) {
      throw new HttpMediaTypeNotAcceptableException(String.valueOf(unreadable.getMessage()));
    }
  }

  /** Whether what the caller says most precisely about the form is that it is not wanted. */
  private static boolean isRuledOut(MediaType form, List<MediaType> accepted) {
    Optional<MediaType> nearest =
        accepted.stream()
            .filter(range -> range.includes(form))
            .max(Comparator.comparingInt(AcceptedForms::precision));
    return nearest.filter(range -> range.getQualityValue() == 0).isPresent();
  }

  private static int precision(MimeType range) {
    return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
  }
}
