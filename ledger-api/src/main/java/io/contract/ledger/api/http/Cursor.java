package io.contract.ledger.api.http;

import io.contract.ledger.api.answer.AnswerHead;
import io.contract.ledger.calendar.DateRange;
import io.contract.ledger.id.AgreementId;
import io.contract.ledger.value.Characters;
import io.contract.ledger.value.Checker;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * The place where a page begins. Callers see it as one opaque word.
 *
 * @param offset how many rows come before the page
 * @param effectiveOn the day of the first page
 * @param knownAt the instant of the first page
 * @param agreement the agreement in which the previous page ended, in a list across agreements; empty in other lists
 * @param filters the other query parameters of the first page, which the next pages must repeat
 */
record Cursor(int offset, LocalDate effectiveOn, Instant knownAt, AgreementId agreement, String filters) {

  private static final AgreementId NOWHERE = new AgreementId("");

  Cursor(int offset, AnswerHead asked, String filters) {
    this(offset, asked.effectiveOn(), asked.knownAt(), NOWHERE, filters);
  }

  /** The cursor as it is given out, signed for the address of the request. */
  String text(CursorSeal seal, HttpServletRequest request) {
    String plain =
        String.join(" ", Integer.toString(offset), effectiveOn.toString(), knownAt.toString(), agreement.text(),
            filters);
    return seal.sealed(request, plain);
  }

  /**
   * The cursor that was given out.
   *
   * @throws ProblemException when it was not, or not for the address of the request
   */
  static Cursor of(String text, CursorSeal seal, HttpServletRequest request) {
    try {
      String plain = seal.opened(request, text);
      String[] parts = plain.split(" ", 5);
      if (parts.length == 5 && Integer.parseInt(parts[0]) >= 0 && Characters.refused(plain).isEmpty()) {
        LocalDate day = checked(parts[1], Type.DATE, LocalDate::parse);
        if (!DateRange.NAMEABLE.contains(day)) {
          throw invalid();
        }
        return new Cursor(Integer.parseInt(parts[0]), day, checked(parts[2], Type.INSTANT, Instant::parse),
            new AgreementId(parts[3]), parts[4]);
      }
    } catch (IllegalArgumentException | DateTimeException notACursor) {
      throw invalid();
    }
    throw invalid();
  }

  /** A part that has the form of the parameter that it stands for. */
  private static <T> T checked(String part, Type type, Function<String, T> parse) {
    if (!Checker.check(Value.text(part), type, Pointer.ROOT).isEmpty()) {
      throw invalid();
    }
    return parse.apply(part);
  }

  static ProblemException invalid() {
    return ProblemException.at(
        "cursor", Code.INVALID_VALUE,
        "'cursor' must be the 'next' of the previous page, with the other parameters unchanged");
  }
}
