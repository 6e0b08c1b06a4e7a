package io.contract.ledger.api.description;

import io.contract.ledger.api.answer.HistoryAnswer;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.value.EnumWords;
import io.contract.ledger.value.Type;

/** The descriptions of parameters. */
final class Wording {

  private Wording() {}

  static String ofPath(String name) {
    return switch (name) {
      case "agreement" -> "The agreement's id.";
      case "restates" -> "The id of the report, or of an earlier restatement of it.";
      case "payment" -> "The id of the payment.";
      case "clause" -> "The id of the clause.";
      case "number" -> "The clause's 1st, 2nd, … statement.";
      default -> throw unsaid(name);
    };
  }

  static String ofQuery(String name) {
    return switch (name) {
      case "effectiveOn" ->
        "The business day that the question is about; today in the agreement's time zone unless said.";
      case "knownAt" ->
        "Use only what was recorded at or before this instant; everything recorded unless said. Not later than the ledger's clock.";
      case "toEffectiveOn" -> "The day of the second point; that of the first unless said.";
      case "toKnownAt" -> "The instant of the second point; everything recorded unless said.";
      case "dueThrough" -> "Only what is due by that day.";
      case "endingSoon" -> "Only what ends within 90 days of the day.";
      case "limit" -> "How many rows at most, from 1 to 200; 50 unless said.";
      case "cursor" -> "The next of the previous page. It keeps the day and the instant of the first page.";
      case "party" -> "Only what concerns this party.";
      case "q" -> "Only agreements with these words in their id or title.";
      case "clause" -> "Only this clause.";
      case "payer" -> "Only what this party owes; of several pairs of parties to a clause, the first unless said.";
      case "payee" ->
        "Only what is owed to this party; of several pairs of parties to a clause, the first unless said.";
      case "status" -> "Only rows of this status; all for settled payments too.";
      case "from" -> "The first sequence, inclusive.";
      case "to" -> "The last sequence, inclusive.";
      case "type" -> "Only events of this type.";
      case "figure" ->
        "Which figure: its name in position, of the period when one is named; of a cap counted, headroom, overage, room or reachedOn;"
            + " of a statement accrued, total or adjustment; of an obligation amount, outstanding, dueOn or status;"
            + " pendingAdjustment of a period.";
      case "statement" -> "The number of the statement that says it.";
      case "ref" -> "The obligation whose figure it is, as its row is named, such as share/2021-Q3/report.";
      case "period" -> "The period whose figure it is; that of the whole clause unless said.";
      case "cap" -> "Which cap it is a figure of, from 1 in the order written; needed where there are several.";
      case "basis" ->
        "How caps are read that do not say what counts toward them; for a journal needed where one does not.";
      case "counts" ->
        "How caps are read that do not say from when they count; for a journal needed where one does not.";
      case "dryRun" -> "Only check the file; record nothing.";
      case "format" -> "The form of the answer; the one that the Accept header prefers unless said.";
      case "force" -> "Record the history even when expectations fail.";
      default -> throw unsaid(name);
    };
  }

  static Type typeOfPath(String name) {
    return name.equals("number") ? new Type.Whole(1, 1_000_000) : Type.SLUG;
  }

  static Type typeOfQuery(String name) {
    return switch (name) {
      case "effectiveOn", "toEffectiveOn", "dueThrough" -> Type.DATE;
      case "knownAt", "toKnownAt" -> Type.INSTANT;
      case "limit" -> new Type.Whole(1, 200);
      case "from", "to" -> new Type.Whole(0, Long.MAX_VALUE);
      case "party", "payer", "payee", "clause" -> Type.SLUG;
      case "type" -> new Type.OneOf(HistoryAnswer.TYPES);
      case "cursor", "q", "figure", "period", "ref" -> Type.TEXT;
      case "cap", "statement" -> new Type.Whole(1, 1_000_000);
      case "basis" -> new Type.OneOf(EnumWords.readable(Clause.Cap.Basis.values()));
      case "counts" -> new Type.OneOf(EnumWords.readable(Clause.Cap.Counts.values()));
      case "status" -> Type.SLUG;
      case "dryRun", "force", "endingSoon" -> Type.YES_NO;
      default -> throw unsaid(name);
    };
  }

  private static IllegalStateException unsaid(String name) {
    return new IllegalStateException("nothing is said of the parameter " + name);
  }
}
