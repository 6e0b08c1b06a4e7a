package io.contract.ledger.agreement;

import io.contract.ledger.fact.Restatement;
import io.contract.ledger.fact.RevenueReport;
import io.contract.ledger.id.ReportId;
import io.contract.ledger.value.Code;

/** The rules for revenue reports and restatements. */
record ReportRules(FactCheck check) {

  void report(RevenueReport report) {
    unusedReportId(report.id());
    check.amount(report.amount(), report.exchange());
    if (report.through().isBefore(report.from())) {
      check.violations().add(
          "/through",
          Code.INVALID_SPAN,
          "through " + report.through() + " is before from " + report.from());
    } else {
      check.facts()
          .reports().within(report.stream(), report.from(), report.through())
          .filter(other -> !other.report().fact().id().equals(report.id()))
          .ifPresent(
              other -> check.violations().add(
                  "/from",
                  Code.OVERLAPPING_REPORT,
                  "report '" + other.report().fact().id() + "' covers " + other.days()
                      + " of " + report.stream() + "; restate it instead"));
    }
    check.violations().notInFuture("/through", report.through(), check.today());
    new PeriodRules(check.state().terms()).report(report)
        .ifPresent(why -> check.violations().add("/through", Code.UNKNOWN_PERIOD, why));
    new DueDateRules(check).report(report);
  }

  void restatement(Restatement restatement) {
    if (!check.facts().reports().isStanding(restatement.restates())) {
      check.violations().add(
          "/restates",
          Code.UNKNOWN_REPORT,
          "there is no revenue report '" + restatement.restates() + "' to restate");
    }
    unusedReportId(restatement.id());
    check.amount(restatement.amount(), restatement.exchange());
  }

  private void unusedReportId(ReportId id) {
    if (check.facts().reports().isStanding(id)) {
      check.usedId("report or restatement", id);
    }
  }
}
