package io.contract.ledger.fact;

import static io.contract.ledger.value.Type.CURRENCY;
import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.TIME_ZONE;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.object;

import io.contract.ledger.id.AgreementId;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.money.Currency;
import io.contract.ledger.terms.AgreementYears;
import io.contract.ledger.terms.ClauseShapes;
import io.contract.ledger.terms.ExecutedAgreement;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** An agreement was executed: the first fact of its stream. */
public record AgreementExecution(ExecutedAgreement agreement, Backing backing) implements Fact {

  static final Shape PARTY =
      Shape.of("Party")
          .required("id", SLUG, "The party's id.")
          .required("name", TEXT, "The legal entity's name.");

  static final FactForm<AgreementExecution> FORM =
      new FactForm<>(
          AgreementExecution.class,
          Shape.of("Agreement")
              .required("id", SLUG, "The agreement's id.")
              .required("title", TEXT, "What it is called.")
              .required("currency", CURRENCY, "The currency of every amount under it.")
              .required("timeZone", TIME_ZONE, "Where its days begin and end.")
              .required("executedOn", DATE, "The last signature.")
              .required("effectiveOn", DATE, "The first day it binds.")
              .optional(
                  "fiscalYearEnds", new Type.Whole(1, 12),
                  "The month in which its fiscal year ends; periods are those of the calendar unless said.")
              .required(
                  "parties",
                  listOf(object(PARTY), 2),
                  "Who is bound.")
              .required("clauses", listOf(ClauseShapes.anyClause(), 0), "The clauses, whole.")
              .and(Backing.FIELDS),
          AgreementExecution::read,
          List.of(Code.UNKNOWN_PARTY, Code.ID_ALREADY_USED, Code.AMOUNT_PRECISION, Code.INVALID_SPAN,
              Code.INVALID_CLAUSE, Code.DATE_OUT_OF_RANGE, Code.DATE_IN_FUTURE, Code.CALENDAR_RANGE));

  private static AgreementExecution read(Fields fact) {
    return new AgreementExecution(
        new ExecutedAgreement(
            new AgreementId(fact.text("id")),
            fact.text("title"),
            Currency.of(fact.text("currency")),
            ZoneId.of(fact.text("timeZone")),
            fact.date("executedOn"),
            fact.date("effectiveOn"),
            new AgreementYears(
                fact.date("effectiveOn"), fact.optionalWhole("fiscalYearEnds").map(Math::toIntExact).orElse(null)),
            fact.list("parties").stream()
                .map(Fields::of)
                .map(AgreementExecution::readParty)
                .toList(),
            fact.list("clauses").stream().map(clause -> Fields.of(clause).tree()).toList()),
        Backing.read(fact));
  }

  static ExecutedAgreement.Party readParty(Fields party) {
    return new ExecutedAgreement.Party(new PartyId(party.text("id")), party.text("name"));
  }

  static Value.Tree writeParty(ExecutedAgreement.Party party) {
    return new TreeBuilder().put("id", party.id()).put("name", party.name()).build();
  }

  @Override
  public Value.Tree write() {
    List<Value.Tree> parties = agreement.parties().stream().map(AgreementExecution::writeParty).toList();
    return backing.behind(
        new TreeBuilder()
            .put("id", agreement.id())
            .put("title", agreement.title())
            .put("currency", agreement.currency().code())
            .put("timeZone", agreement.timeZone().getId())
            .put("executedOn", agreement.executedOn())
            .put("effectiveOn", agreement.effectiveOn())
            .put("fiscalYearEnds", agreement.years().written())
            .put("parties", parties)
            .put("clauses", agreement.clauses()));
  }

  @Override
  public AgreementId id() {
    return agreement.id();
  }

  @Override
  public Optional<LocalDate> effectiveOn() {
    return Optional.of(agreement.effectiveOn());
  }

  @Override
  public boolean canBeWithdrawn() {
    return false;
  }
}
