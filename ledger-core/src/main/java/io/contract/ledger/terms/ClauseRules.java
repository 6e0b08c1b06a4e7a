package io.contract.ledger.terms;

import io.contract.ledger.id.Id;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.money.Currency;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a clause has to keep to beyond the form of its attributes: finds every rule it breaks. */
final class ClauseRules {

  private final Set<PartyId> parties;
  private final Currency currency;
  private final AgreementYears years;
  private final List<Violation> violations = new ArrayList<>();

  /**
   * Rules that have found nothing yet.
   *
   * @param parties ids of the agreement's parties
   * @param currency the agreement's currency
   * @param years the agreement's years
   */
  ClauseRules(Set<PartyId> parties, Currency currency, AgreementYears years) {
    this.parties = parties;
    this.currency = currency;
    this.years = years;
  }

  /** The rules that the clause breaks, with paths inside it. */
  List<Violation> judge(Fields clause) {
    ClauseKind kind = ClauseKind.of(clause.text("kind"));
    judgeAttributes(kind, clause);
    judgeSpan(clause, "");
    switch (kind) {
      case REVENUE_SHARE -> judgeShare(clause);
      case FIXED_PAYMENT -> judgeFixedPayment(clause);
      case PURCHASE_COMMITMENT -> clause.optionalDecimal("amount").ifPresent(amount -> judgeAmount(amount, "amount"));
      case DUTY -> judgeDuty(clause);
      case LICENCE, DESIGNATION, FIRST_SHIP, PERMISSION, RESTRICTION, SHAREHOLDING -> {
        // What they need is all there is to judge.
      }
    }
    return List.copyOf(violations);
  }

  private void judgeAttributes(ClauseKind kind, Fields clause) {
    for (String attribute : ClauseShapes.needs(kind)) {
      if (!clause.has(attribute)) {
        invalid(attribute, "a " + kind.slug() + " clause needs '" + attribute + "'");
      }
    }
    for (String attribute : ClauseShapes.parties(kind)) {
      clause
          .optionalText(attribute)
          .flatMap(party -> unknownParty(new Pointer("/" + attribute), attribute, new PartyId(party), parties))
          .ifPresent(violations::add);
    }
  }

  /** What is wrong with a party that the attribute of that name has; empty where it is one of the parties. */
  static Optional<Violation> unknownParty(Pointer path, String attribute, PartyId party, Set<PartyId> parties) {
    return parties.contains(party)
        ? Optional.empty()
        : Optional.of(
            new Violation(
                path, Code.UNKNOWN_PARTY,
                attribute + " '" + party + "' is not a party; the parties are " + Id.joined(parties)));
  }

  /**
   * The days it is in force, or limits.
   *
   * @param path where it stands in the clause: empty, or with a slash at its end
   */
  private void judgeSpan(Fields spanned, String path) {
    if (spanned.optionalDate("from").isPresent()
        && spanned.optionalDate("through").filter(last -> last.isBefore(spanned.date("from"))).isPresent()) {
      add(path + "through", Code.INVALID_SPAN,
          "through " + spanned.text("through") + " is before from " + spanned.text("from"));
    }
  }

  private void judgeShare(Fields clause) {
    judgeRates(clause);
    judgeBase(clause);
    if (clause.has("cap") && clause.has("caps")) {
      invalid("caps", "a revenue-share clause has 'cap' or 'caps', not both");
    }
    judgeParties(clause);
    judgePeriods(clause);
    clause.optionalObject("due").ifPresent(due -> judgeDue(due, "due"));
    clause.optionalObject("reportDue").ifPresent(due -> judgeDueAfterPeriod(due, "reportDue"));
    clause.optionalObject("lateInterest").ifPresent(this::judgeInterest);
    clause.optionalObject("tiers").ifPresent(
        tiers -> {
          judgeTiers(tiers);
          judgeYear(tiers, "tiers/", "over");
        });
    if (clause.has("minimum") && clause.has("minimums")) {
      invalid("minimums", "a revenue-share clause has 'minimum' or 'minimums', not both");
    }
    clause.optionalObject("minimum").ifPresent(minimum -> judgeMinimum(minimum, "minimum"));
    List<Value> minimums = clause.list("minimums");
    for (int i = 0; i < minimums.size(); i++) {
      judgeMinimum(Fields.of(minimums.get(i)), "minimums/" + i);
    }
    clause.optionalObject("cap").ifPresent(cap -> judgeCap(cap, "cap"));
    List<Value> caps = clause.list("caps");
    for (int i = 0; i < caps.size(); i++) {
      judgeCap(Fields.of(caps.get(i)), "caps/" + i);
    }
  }

  private void judgeParties(Fields clause) {
    if (clause.optionalText("payer").isPresent() && clause.optionalText("payer").equals(clause.optionalText("payee"))) {
      invalid("payee", "payer and payee are both '" + clause.text("payee") + "'");
    }
  }

  /** A fixed sum accrues in one way, and is due so long after the day on which it does. */
  private void judgeFixedPayment(Fields clause) {
    List<String> forms = Stream.of("on", "onMilestone", "period").filter(clause::has).toList();
    if (forms.size() != 1) {
      invalid(
          forms.isEmpty() ? "on" : forms.getLast(),
          "a fixed-payment clause has either 'on', 'onMilestone' or 'period'"
              + (forms.isEmpty()
                  ? ", and this one has none of them"
                  : ", and this one has '" + String.join("' and '", forms) + "'; a revision removes one by null"));
    }
    if (clause.has("year") && !clause.has("period")) {
      invalid("year", "'year' goes with 'period', and a fixed payment without it is owed once");
    }
    clause.optionalDecimal("amount").ifPresent(amount -> judgeAmount(amount, "amount"));
    judgeParties(clause);
    judgePeriods(clause);
    clause.optionalObject("due").ifPresent(due -> {
      judgeDue(due, "due");
      due.optionalText("after").ifPresent(
          after -> invalid(
              "due/after",
              "'after' " + after
                  + " is of revenue shares: the 'due' of a fixed payment counts from the day on which it accrues"));
    });
    clause.optionalObject("lateInterest").ifPresent(this::judgeInterest);
  }

  private void judgeBase(Fields clause) {
    if (clause.tree().get("base").orElse(null) instanceof Value.Tree base) {
      new Fields(base).optionalDecimal("deductAtMost")
          .filter(any -> new Fields(base).texts("deduct").isEmpty())
          .ifPresent(
              most -> invalid(
                  "base/deductAtMost",
                  "'deductAtMost' " + most.toPlainString()
                      + " limits what 'deduct' subtracts, and there is no 'deduct'"));
    }
  }

  /** One form of rates, in which an entry begins in one way. */
  private void judgeRates(Fields clause) {
    List<String> forms = Stream.of("rate", "rates", "tiers").filter(clause::has).toList();
    if (forms.size() != 1) {
      invalid(
          forms.isEmpty() ? "rate" : forms.getLast(),
          "a revenue-share clause has either 'rate', 'rates' or 'tiers'"
              + (forms.isEmpty() ? "" : ", and this one has '" + String.join("' and '", forms) + "'"));
    }
    List<Value> rates = clause.list("rates");
    for (int i = 0; i < rates.size(); i++) {
      Fields entry = Fields.of(rates.get(i));
      if (entry.has("from") && entry.has("fromMilestone")) {
        invalid(
            "rates/" + i + "/fromMilestone",
            "a rate begins on 'from' or on the date of 'fromMilestone', not both: " + entry.text("from") + " and '"
                + entry.text("fromMilestone") + "'");
      }
    }
  }

  /** The periods of a schedule follow one another, each with a name of its own that no period of a year has. */
  private void judgePeriods(Fields clause) {
    if (!(clause.tree().get("period").orElse(null) instanceof Value.Tree period)) {
      return;
    }
    if (clause.has("year")) {
      invalid("year", "'year' is of periods that are parts of years, and those of a schedule are not");
    }
    List<Value> schedule = new Fields(period).list("schedule");
    Set<String> names = new HashSet<>();
    for (int i = 0; i < schedule.size(); i++) {
      String path = "period/schedule/" + i + "/";
      Fields one = Fields.of(schedule.get(i));
      String name = one.text("name");
      if (Type.isPeriodOfYear(name)) {
        invalid(path + "name",
            "'" + name + "' is the name of a period of the calendar, of a fiscal or of a contract year");
      }
      if (!names.add(name)) {
        invalid(path + "name", "'" + name + "' is the name of an earlier period of the schedule");
      }
      if (i > 0 && !one.date("through").isAfter(Fields.of(schedule.get(i - 1)).date("through"))) {
        invalid(
            path + "through",
            "through " + one.text("through") + " of '" + name + "' is not after that of the period before it, "
                + Fields.of(schedule.get(i - 1)).text("through"));
      }
    }
  }

  /** A rule counts days or months, and months alone lead to a day of the month. */
  private void judgeDue(Fields due, String path) {
    if (due.has("days") && due.has("months")) {
      invalid(path + "/months", "'" + path + "' counts 'days' or 'months', not both; a revision removes one by null");
    } else if (!due.has("days") && !due.has("months")) {
      invalid(path, "'" + path + "' needs 'days' or 'months', such as {days: 45} or {months: 1, day: last}");
    }
    if (due.has("day") && !due.has("months")) {
      invalid(path + "/day", "'day' is a day of the month and goes with 'months'");
    }
  }

  /** What is not paid by a statement cannot be due after one. */
  private void judgeDueAfterPeriod(Fields due, String path) {
    judgeDue(due, path);
    if (due.optionalText("after").filter("statement"::equals).isPresent()) {
      invalid(path + "/after", "only the 'due' of a revenue share can count from a statement, '" + path + "' cannot");
    }
  }

  /** Interest has one form of rate, and rates that follow one another have days of their own. */
  private void judgeInterest(Fields interest) {
    List<String> forms = Stream.of("rate", "rates", "index").filter(interest::has).toList();
    if (forms.size() != 1) {
      invalid(
          "lateInterest",
          "'lateInterest' needs either 'rate', 'rates' or 'index'; found "
              + (forms.isEmpty() ? "none of them"
                  : String.join(" and ", forms) + ", of which a revision removes all but one by null"));
    }
    if (interest.has("spread") && !interest.has("index")) {
      invalid("lateInterest/spread", "'spread' is added to an index, and there is no 'index'");
    }
    interest.optionalObject("charge").ifPresent(charge -> {
      if (charge.has("amount") == charge.has("rate")) {
        invalid("lateInterest/charge", "'charge' needs either 'amount' or 'rate'; a revision removes one by null");
      }
      charge.optionalDecimal("amount").ifPresent(amount -> judgeAmount(amount, "lateInterest/charge/amount"));
    });
    List<Value> rates = interest.list("rates");
    Set<String> days = new HashSet<>();
    for (int i = 0; i < rates.size(); i++) {
      String from = Fields.of(rates.get(i)).text("from");
      if (!days.add(from)) {
        invalid("lateInterest/rates/" + i + "/from", "two rates have the from " + from + ", and one holds on a day");
      }
    }
  }

  /** Every band but the last says where it ends, each beyond the one before. */
  private void judgeTiers(Fields tiers) {
    List<Value> bands = tiers.list("bands");
    BigDecimal below = BigDecimal.ZERO;
    for (int i = 0; i < bands.size(); i++) {
      String path = "tiers/bands/" + i + "/upTo";
      Optional<BigDecimal> upTo = Fields.of(bands.get(i)).optionalDecimal("upTo");
      if (upTo.isPresent() == (i == bands.size() - 1)) {
        invalid(path,
            upTo.isPresent() ? "the last band has no 'upTo': it goes on" : "every band but the last needs 'upTo'");
      } else if (upTo.isPresent()) {
        if (upTo.get().compareTo(below) <= 0) {
          invalid(path, "upTo " + upTo.get().toPlainString() + " is not above " + below.toPlainString());
        }
        below = upTo.get();
      }
    }
  }

  private void judgeMinimum(Fields minimum, String path) {
    judgeAmount(minimum.decimal("amount"), path + "/amount");
    judgeSpan(minimum, path + "/");
    judgeYear(minimum, path + "/", "per");
  }

  private void judgeCap(Fields cap, String path) {
    cap.optionalDecimal("amount").ifPresent(amount -> judgeAmount(amount, path + "/amount"));
    judgeSpan(cap, path + "/");
    judgeYear(cap, path + "/", "window");
  }

  /** A window of a fiscal year needs to know when that ends. */
  private void judgeYear(Fields windowed, String path, String attribute) {
    if (windowed.optionalText(attribute).filter("fiscal-year"::equals).isPresent() && !years.hasFiscal()) {
      invalid(
          path + attribute,
          "'" + attribute + "' is fiscal-year, and the agreement does not say by 'fiscalYearEnds' when that ends");
    }
  }

  private void judgeAmount(BigDecimal amount, String path) {
    int decimals = currency.decimals();
    if (amount.stripTrailingZeros().scale() > decimals) {
      add(path, Code.AMOUNT_PRECISION,
          amount.toPlainString() + " has more than the " + decimals + " decimals of " + currency);
    }
    if (amount.signum() < 0) {
      invalid(path, "amount " + amount.toPlainString() + " is below zero");
    }
  }

  private void judgeDuty(Fields clause) {
    judgePeriods(clause);
    if (clause.has("year") && !clause.has("period")) {
      invalid("year", "'year' goes with 'period', and a duty without it is to be done once");
    }
    if (clause.tree().get("due").isEmpty()) {
      return;
    }
    boolean isDate = clause.tree().get("due").orElseThrow() instanceof Value.Text;
    if (clause.has("period") && isDate) {
      invalid("due", "a recurring duty takes a rule such as {days: 10}, not a date");
    }
    if (!clause.has("period") && !isDate) {
      invalid("due", "a duty without 'period' takes a date");
    }
    if (!isDate) {
      judgeDueAfterPeriod(clause.object("due"), "due");
    }
  }

  private void invalid(String path, String message) {
    add(path, Code.INVALID_CLAUSE, message);
  }

  private void add(String path, Code code, String message) {
    violations.add(new Violation(new Pointer("/" + path), code, message));
  }
}
