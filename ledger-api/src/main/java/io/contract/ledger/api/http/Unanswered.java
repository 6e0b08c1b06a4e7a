package io.contract.ledger.api.http;

import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.id.AgreementId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * The agreements that could not be answered for when a list across agreements was last asked for. Health names them, so that somebody
 * looks; it stays UP, because everything else is served.
 */
@Component("unanswered")
final class Unanswered implements HealthIndicator {

  /** How many are remembered, the latest. */
  private static final int MOST = 100;

  private final Map<AgreementId, String> codes = new LinkedHashMap<>();

  /** Remembers that the agreement had this problem. */
  synchronized void add(AgreementId agreement, Problem problem) {
    codes.remove(agreement);
    codes.put(agreement, problem.kind().code());
    if (codes.size() > MOST) {
      codes.remove(codes.keySet().iterator().next());
    }
  }

  /** Forgets the agreement: it has been answered for. */
  synchronized void remove(AgreementId agreement) {
    codes.remove(agreement);
  }

  @Override
  public synchronized Health health() {
    Health.Builder health = Health.up();
    codes.forEach((agreement, code) -> health.withDetail(agreement.text(), code));
    return health.build();
  }
}
