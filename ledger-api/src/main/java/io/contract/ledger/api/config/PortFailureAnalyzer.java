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
final class PortFailureAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, PortInUseException cause) {
    return new FailureAnalysis(
        "Port " + cause.getPort() + " is in use, perhaps by another ledger. Take another with --port, such as --port "
            + (cause.getPort() + 1) + "; 0 takes a free one.",
        null, cause);
  }
}
