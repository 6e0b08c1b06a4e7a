package io.contract.ledger.api.http;

import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.api.answer.ProblemKind;
import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.value.Pointer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Answers with a problem what Tomcat refuses before Spring sees it, such as a slash hidden in {@code %2F} or a header that is
 * too large. Without it Tomcat would answer with a page of its own.
 */
public final class EarlyProblems extends ErrorReportValve {

  /** Installs it in place of Tomcat's own error page. */
  @Component
  static final class Installer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
      factory.addContextCustomizers(
          context -> {
            if (context.getParent() instanceof StandardHost host) {
              host.setErrorReportValveClass(EarlyProblems.class.getName());
            }
          });
    }
  }

  /** Tomcat creates the valve by its class name. */
  public EarlyProblems() {}

  /** What went wrong. A version of HTTP, a method or a transfer encoding that Tomcat does not know is the caller's. */
  private static ProblemKind kind(Request request, int status) {
    return switch (status) {
      case HttpServletResponse.SC_NOT_IMPLEMENTED -> "CONNECT".equals(request.getMethod())
          ? ProblemKind.METHOD_NOT_ALLOWED
          : ProblemKind.BAD_REQUEST;
      case HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED -> ProblemKind.BAD_REQUEST;
      default -> status < 500 ? ProblemKind.BAD_REQUEST : ProblemKind.INTERNAL_ERROR;
    };
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    ProblemKind kind = kind(request, status);
    boolean isTold = kind.equals(ProblemKind.BAD_REQUEST) && status != HttpServletResponse.SC_NOT_IMPLEMENTED;
    ProblemKind answered = isTold ? new ProblemKind(kind.code(), kind.title(), status) : kind;
    response.setStatus(answered.status());
    try {
      response.setContentType("application/problem+json");
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      Writer writer = response.getReporter();
      if (writer != null) {
        writer.write(JsonText.write(Problem.of(answered, Pointer.ROOT, kind.title()).write()));
        response.finishResponse();
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
