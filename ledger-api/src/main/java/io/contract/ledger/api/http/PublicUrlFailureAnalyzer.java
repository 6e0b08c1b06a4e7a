package io.contract.ledger.api.http;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains in one sentence, so that no stack trace is logged, that the server's public address is malformed. */
final class PublicUrlFailureAnalyzer extends AbstractFailureAnalyzer<PublicUrlException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, PublicUrlException cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
  }
}
