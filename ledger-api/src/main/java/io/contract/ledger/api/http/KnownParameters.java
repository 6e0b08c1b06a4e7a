package io.contract.ledger.api.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses query parameters that an operation does not take. */
public final class KnownParameters implements HandlerInterceptor {

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && method.getBeanType().getPackageName().startsWith("io.contract.ledger.")) {
      Parameters.allowOnly(request, of(method));
    }
    return true;
  }

  /** The names of the parameters that the method takes. */
  public static Set<String> of(HandlerMethod method) {
    List<String> names = new ArrayList<>();
    for (MethodParameter parameter : method.getMethodParameters()) {
      RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
      if (annotation != null) {
        names.add(annotation.name());
      }
      Class<?> type = parameter.getParameterType();
      if (QueryParameters.class.isAssignableFrom(type)) {
        Stream.of(type.getRecordComponents()).map(RecordComponent::getName).forEach(names::add);
      }
      if (type == Question.class || type == PostedQuestion.class || type == PagedQuestion.class
          || type == StreamedQuestion.class
          || type == DifferenceQuestion.class || type == AcrossQuestion.class) {
        names.addAll(List.of(QuestionReader.EFFECTIVE_ON, QuestionReader.KNOWN_AT));
      }
      if (type == DifferenceQuestion.class) {
        names.addAll(List.of(QuestionReader.TO_EFFECTIVE_ON, QuestionReader.TO_KNOWN_AT));
      }
      if (type == PagedQuestion.class || type == AcrossQuestion.class) {
        names.addAll(List.of(QuestionReader.LIMIT, QuestionReader.CURSOR));
      }
    }
    return new LinkedHashSet<>(names);
  }
}
