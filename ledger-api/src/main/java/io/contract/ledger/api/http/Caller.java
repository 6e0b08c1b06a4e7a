package io.contract.ledger.api.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * The caller at the other end of a request's connection. Servlets learn that one is gone only when they write to it, and cannot tell
 * one that an answer ends in the middle; Tomcat can do both. Only the thread that answers the request may use it.
 */
final class Caller {

  private static final String ATTRIBUTE = Caller.class.getName();

  /** What Tomcat says of a connection on which reading failed: one byte, so that somebody reads it and learns why. */
  private static final int FAILED = 1;

  private final org.apache.coyote.Request request;
  private final org.apache.coyote.Response response;

  private Caller(org.apache.coyote.Request request, org.apache.coyote.Response response) {
    this.request = request;
    this.response = response;
  }

  /** The caller of the request; empty outside the server, as in a test of a controller alone. */
  static Optional<Caller> of(HttpServletRequest request) {
    return Optional.ofNullable((Caller) request.getAttribute(ATTRIBUTE));
  }

  /** Whether the caller has closed the connection. What it has sent beyond the request stays to be read. */
  boolean isGone() {
    int available = available();
    // Asked twice: a single byte that has come is there to be read afterwards, and does not count again.
    return available == FAILED && available() == FAILED;
  }

  private int available() {
    request.action(ActionCode.AVAILABLE, true);
    return request.getAvailable();
  }

  /** Reads nothing more from the caller, and closes the connection once the answer is written. */
  void stopListening() {
    response.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
  }

  /** Closes the connection in the middle of the answer, so that nobody takes what has been sent for all of it. */
  void breakOff() {
    response.action(ActionCode.CLOSE_NOW, null);
  }

  /** Brings the caller to every request. */
  private static final class Valve extends ValveBase {

    private Valve() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      request.setAttribute(ATTRIBUTE, new Caller(request.getCoyoteRequest(), response.getCoyoteResponse()));
      getNext().invoke(request, response);
    }
  }

  @Component
  static final class Installer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
      factory.addContextValves(new Valve());
    }
  }
}
