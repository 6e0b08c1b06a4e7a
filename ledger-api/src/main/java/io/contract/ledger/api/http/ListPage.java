package io.contract.ledger.api.http;

import io.contract.ledger.api.answer.Lists;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * The page that is wanted of a list that is about no single agreement. Its rows have a name and are in the order of names, so
 * that a page stays where it was when rows are added before it.
 *
 * @param after the name of the last row of the previous page; empty for the first page
 */
public record ListPage(Optional<String> after, int limit, HttpServletRequest request) {

  /** Answers with the page of what these names, in order, stand for; what {@code row} leaves out is passed over. */
  public ResponseEntity<Value.Tree> answer(List<String> names, Function<String, Optional<Value.Tree>> row) {
    List<String> rest = names.stream().filter(name -> after.isEmpty() || name.compareTo(after.get()) > 0).toList();
    List<Value.Tree> rows = new java.util.ArrayList<>();
    int read = 0;
    while (read < rest.size() && rows.size() < limit) {
      row.apply(rest.get(read)).ifPresent(rows::add);
      read++;
    }
    Optional<String> next = read < rest.size() ? Optional.of(cursor(rest.get(read - 1))) : Optional.empty();
    ResponseEntity.BodyBuilder ok = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
    next.ifPresent(cursor -> ok.header(HttpHeaders.LINK, PagedQuestion.nextLink(request, cursor)));
    return ok.body(Lists.write(rows, next));
  }

  private static String cursor(String name) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads the page from the query. */
  static final class Reader implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == ListPage.class;
    }

    @Override
    public ListPage resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest web,
        @Nullable WebDataBinderFactory binders) {
      HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
      return new ListPage(
          Optional.ofNullable(request.getParameter(QuestionReader.CURSOR)).map(Reader::name),
          QuestionReader.limit(request),
          request);
    }

    private static String name(String cursor) {
      try {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException notACursor) {
        throw ProblemException.at(
            QuestionReader.CURSOR, Code.INVALID_VALUE, "'cursor' must be the 'next' of the previous page");
      }
    }
  }
}
