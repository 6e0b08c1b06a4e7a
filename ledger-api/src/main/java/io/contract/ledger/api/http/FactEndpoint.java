package io.contract.ledger.api.http;

import io.contract.ledger.agreement.RefusedException;
import io.contract.ledger.agreement.StaleVersionException;
import io.contract.ledger.api.agreement.Acknowledgement;
import io.contract.ledger.api.agreement.Ledger;
import io.contract.ledger.api.agreement.RecordingOptions;
import io.contract.ledger.api.answer.AcknowledgementAnswer;
import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.api.answer.ProblemKind;
import io.contract.ledger.value.Value;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Records what was posted and acknowledges it: the one way facts come in over HTTP. */
@Component
public final class FactEndpoint {

  /**
   * Who records: nobody in particular, until callers are known by name. The server listens on this machine alone unless told
   * otherwise, so that this says no more than is true.
   */
  public static final String BY = "local";

  private final Ledger ledger;

  public FactEndpoint(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * The acknowledgement, once the event is durable: 201, or 200 when the same fact was recorded before.
   *
   * @throws ProblemException when the fact is refused, or the agreement has changed since the caller read it
   */
  public ResponseEntity<Value.Tree> record(PostedFact posted) {
    try {
      Acknowledgement done =
          ledger
              .record(
                  posted.agreement(),
                  List.of(posted.command()),
                  new RecordingOptions(BY, posted.expectedSequence()))
              .acknowledgements()
              .getFirst();
      return ResponseEntity.status(done.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
          .eTag(IfMatch.tag(done.sequence()))
          .contentType(MediaType.APPLICATION_JSON)
          .body(
              AcknowledgementAnswer.write(
                  done.agreement(), done.sequence(), done.type(), done.recordedAt(), done.eventId()));
    } catch (RefusedException refused) {
      throw new ProblemException(problem(posted.kind(), Problem.of(refused.refusal().violations()), refused));
    } catch (StaleVersionException stale) {
      throw ProblemException.of(
          ProblemKind.STALE_VERSION,
          "If-Match says that the last event is " + stale.expected() + "; it is " + stale.found() + " now");
    }
  }

  private static Problem problem(Postable kind, Problem problem, RefusedException refused) {
    return kind.isNotFound(refused.refusal().code()) ? problem.as(problem.kind().inPath()) : problem;
  }
}
