package io.contract.ledger.agreement;

import io.contract.ledger.fact.Exchange;
import io.contract.ledger.id.Id;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.money.Currency;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the violations of a fact, with the rules that many kinds of facts share. */
final class Violations {

  private final List<Violation> found = new ArrayList<>();

  List<Violation> all() {
    return found;
  }

  /** Whether no violation has been found at the place so far. */
  boolean hasNone(String path) {
    return found.stream().noneMatch(violation -> violation.path().path().equals(path));
  }

  void add(String path, Code code, String message) {
    found.add(new Violation(new Pointer(path), code, message));
  }

  void addAll(List<Violation> violations, String above) {
    violations.forEach(violation -> found.add(violation.below(new Pointer(above))));
  }

  void party(String path, @Nullable PartyId party, Set<PartyId> parties) {
    if (party != null && !parties.contains(party)) {
      add(path, Code.UNKNOWN_PARTY, "'" + party + "' is not a party; the parties are " + Id.joined(parties));
    }
  }

  void currency(@Nullable String given, Currency agreed) {
    if (given != null && !given.equals(agreed.code())) {
      add("/currency", Code.CURRENCY_MISMATCH, "currency " + given + " is not the agreement's, " + agreed);
    }
  }

  /** Checks that there is an exchange rate exactly when the currency is not the agreement's. */
  void exchange(Exchange exchange, Currency agreed) {
    if (exchange.fxRate() == null) {
      if (exchange.currency() != null && !exchange.currency().equals(agreed.code())) {
        add("/currency", Code.CURRENCY_MISMATCH,
            "currency " + exchange.currency() + " is not the agreement's, " + agreed
                + "; say with 'fxRate' at what rate it counts");
      }
    } else if (exchange.currency() == null) {
      add("/fxRate", Code.CURRENCY_MISMATCH,
          "fxRate converts from another currency than the agreement's, " + agreed + "; say with 'currency' from which");
    } else {
      positive("/fxRate", exchange.fxRate());
    }
  }

  void precision(String path, @Nullable BigDecimal amount, Currency currency) {
    if (amount != null && amount.scale() > currency.decimals()) {
      add(
          path,
          Code.AMOUNT_PRECISION,
          tooPrecise(amount.toPlainString(), currency));
    }
  }

  static String tooPrecise(String amount, Currency currency) {
    return amount + " has more decimals than " + currency + ", which has " + currency.decimals();
  }

  void positive(String path, BigDecimal amount) {
    if (amount.signum() <= 0) {
      add(path, Code.NON_POSITIVE_AMOUNT, "must be above zero, not " + amount.toPlainString());
    }
  }

  void notInFuture(String path, LocalDate date, LocalDate today) {
    if (date.isAfter(today)) {
      add(path, Code.DATE_IN_FUTURE, date + " is still to come: it is recorded on " + today);
    }
  }
}
