package io.contract.ledger.api.http;

import io.contract.ledger.id.AgreementId;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads posted facts: one fact in the shape that the operation records, or several. */
final class PostedFactReader implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == PostedFact.class || parameter.getParameterType() == PostedFacts.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders)
      throws IOException {
    HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
    return parameter.getParameterType() == PostedFact.class
        ? one(request,
            Objects.requireNonNull(parameter.getMethodAnnotation(Records.class), "@Records says what is posted"))
        : many(request);
  }

  private static PostedFact one(HttpServletRequest request, Records records) throws IOException {
    PostedKind kind = PostedKind.of(records);
    Value.Tree body =
        Fields.of(PostedBody.json(request, PostedBody.ONE_FACT, Type.object(kind.body()))).tree();
    Map<String, String> path = Parameters.ofPath(request);
    String inPath = path.get("agreement");
    return new PostedFact(
        kind,
        new AgreementId(inPath == null ? new Fields(body).text("id") : inPath),
        kind.whole(body, path),
        EntityTags.expectedSequence(request).orElse(null),
        IdempotencyKey.of(request, body));
  }

  private static PostedFacts many(HttpServletRequest request) throws IOException {
    Value.Items body = (Value.Items) PostedBody.json(request, PostedBody.MANY_FACTS, PostedFacts.TYPE);
    Turn turn = Turn.of(request);
    if (turn != null) {
      turn.hasFacts(body.items().size());
    }
    return new PostedFacts(
        new AgreementId(Parameters.ofPath(request).getOrDefault("agreement", "")),
        body.items(),
        EntityTags.expectedSequence(request).orElse(null),
        IdempotencyKey.of(request, body));
  }
}
