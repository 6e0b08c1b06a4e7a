package io.contract.ledger.api.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Tells how to choose another port when the server's port is in use. It comes before Spring Boot's own advice to change the
 * configuration.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class PortFailureAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

  /** What to say of a port that is in use. */
  public static String inUse(int port) {
    return "Port " + port + " is in use, perhaps by another ledger. Take another with --port, such as --port "
        + (port < 65_535 ? port + 1 : port - 1) + "; 0 takes a free one.";
  }

  @Override
  protected FailureAnalysis analyze(Throwable failure, PortInUseException cause) {
    return new FailureAnalysis(
        inUse(cause.getPort()), null, cause);
  }
}
