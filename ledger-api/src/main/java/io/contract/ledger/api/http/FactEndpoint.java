package io.contract.ledger.api.http;

import io.contract.ledger.agreement.RefusedException;
import io.contract.ledger.agreement.StaleVersionException;
import io.contract.ledger.api.answer.AcknowledgementAnswer;
import io.contract.ledger.api.answer.Problem;
import io.contract.ledger.api.answer.ProblemKind;
import io.contract.ledger.api.ledger.Acknowledgement;
import io.contract.ledger.api.ledger.Ledger;
import io.contract.ledger.api.ledger.Outcome;
import io.contract.ledger.api.ledger.RecordingOptions;
import io.contract.ledger.id.AgreementId;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Value;
import io.contract.ledger.value.Violation;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Records posted facts and acknowledges them. Facts come in over HTTP only through this class. */
@Component
public final class FactEndpoint {

  /**
   * The name under which every fact is recorded, until callers are known by name. By default the server listens on this machine
   * only, so that {@code local} is true.
   */
  public static final String BY = "local";

  private final Ledger ledger;

  public FactEndpoint(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Records the fact and acknowledges it once its event is durable: with 201, or with 200 when the same fact was recorded
   * before.
   *
   * @throws ProblemException when the fact is refused, or when the agreement has changed since the caller read it
   */
  public ResponseEntity<Value> record(PostedFact posted) {
    try {
      Outcome outcome =
          recorded(
              posted.agreement(),
              () -> ledger.record(
                  posted.agreement(),
                  List.of(posted.fact()),
                  new RecordingOptions(BY, posted.expectedSequence(), posted.key())));
      Acknowledgement done = outcome.acknowledgements().getFirst();
      return acknowledged(outcome.isNew(), done.sequence(), write(done));
    } catch (RefusedException refused) {
      throw new ProblemException(problem(posted.kind(), Problem.of(refused.refusal().violations()), refused));
    }
  }

  /**
   * Records the facts and acknowledges each of them once all events are durable: with 201, or with 200 when all had been
   * recorded before.
   *
   * @throws ProblemException when a fact is refused, so that none is recorded; also for the reasons that hold for a single fact
   */
  public ResponseEntity<Value> record(PostedFacts posted) {
    try {
      Outcome outcome =
          recorded(
              posted.agreement(),
              () -> ledger.record(
                  posted.agreement(),
                  posted.read(),
                  new RecordingOptions(BY, posted.expectedSequence(), posted.key())));
      List<Value.Tree> each = outcome.acknowledgements().stream().map(FactEndpoint::write).toList();
      return acknowledged(outcome.isNew(), outcome.sequence(), Value.items(each));
    } catch (RefusedException refused) {
      throw new ProblemException(Problem.of(violations(posted, refused)));
    }
  }

  /** The violations of the fact that was refused. The facts after it were not judged. */
  private static List<Violation> violations(PostedFacts posted, RefusedException refused) {
    List<Violation> violations = refused.refusal().violations();
    Pointer place = Pointer.ROOT.child(refused.entry()).child(posted.keyAt(refused.entry()));
    return violations.stream().map(violation -> violation.below(place)).toList();
  }

  private static Outcome recorded(AgreementId agreement, Supplier<Outcome> recording) {
    try {
      return recording.get();
    } catch (RefusedException refused) {
      if (refused.refusal().code() == Code.UNKNOWN_AGREEMENT) {
        throw ProblemException.noAgreement(agreement);
      }
      throw refused;
    } catch (StaleVersionException stale) {
      throw ProblemException.of(
          ProblemKind.STALE_VERSION,
          "If-Match says that the last event is " + stale.expected() + "; it is " + stale.found() + " now");
    }
  }

  private static ResponseEntity<Value> acknowledged(boolean isNew, long sequence, Value acknowledgement) {
    return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
        .eTag(EntityTags.tag(sequence))
        .contentType(MediaType.APPLICATION_JSON)
        .body(acknowledgement);
  }

  private static Value.Tree write(Acknowledgement done) {
    return AcknowledgementAnswer.write(
        done.agreement(), done.sequence(), done.type(), done.recordedAt(), done.eventId());
  }

  private static Problem problem(PostedKind kind, Problem problem, RefusedException refused) {
    return kind.isNotFound(refused.refusal().code()) ? problem.as(problem.kind().inPath()) : problem;
  }
}
