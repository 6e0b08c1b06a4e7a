package io.contract.ledger.fact;

import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.object;

import io.contract.ledger.id.ClauseId;
import io.contract.ledger.id.Id;
import io.contract.ledger.id.PartyId;
import io.contract.ledger.terms.Amendment;
import io.contract.ledger.terms.ClauseShapes;
import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Type;
import io.contract.ledger.value.Value;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An amendment was executed. An amendment has a number instead of an id. */
public record AmendmentExecution(Amendment amendment, Backing backing) implements Fact {

  static final FactForm<AmendmentExecution> FORM =
      new FactForm<>(
          AmendmentExecution.class,
          Shape.of("Amendment")
              .required("number", new Type.Whole(1, 1_000_000), "1, 2, …; the agreement itself is 0.")
              .required("title", TEXT, "What it is called.")
              .required("executedOn", DATE, "The last signature.")
              .required("effectiveOn", DATE, "The day from which it binds.")
              .required("changes", listOf(new Type.Keyed(changes()), 1), "What it does, in order.")
              .and(Backing.FIELDS),
          AmendmentExecution::read,
          List.of(Code.UNKNOWN_PARTY, Code.UNKNOWN_CLAUSE, Code.ID_ALREADY_USED, Code.AMOUNT_PRECISION,
              Code.INVALID_SPAN, Code.AMENDMENT_NUMBER_USED, Code.INVALID_CLAUSE, Code.DATE_OUT_OF_RANGE,
              Code.DATE_IN_FUTURE, Code.CALENDAR_RANGE));

  private static Map<String, Type> changes() {
    Map<String, Type> changes = new LinkedHashMap<>();
    changes.put("add", ClauseShapes.anyClause());
    changes.put(
        "revise",
        object(
            Shape.of("Revise")
                .required("clause", SLUG, "The clause to change.")
                .required("set", ClauseShapes.anyPatch(), "A JSON Merge Patch of it; null removes.")));
    changes.put("replace", ClauseShapes.anyClause());
    changes.put(
        "end", object(Shape.of("End").required("clause", SLUG, "The clause that ends.")));
    changes.put("party", object(AgreementExecution.PARTY));
    changes.put(
        "succession",
        object(
            Shape.of("Succession")
                .required("from", SLUG, "The party that stands there until then.")
                .required("to", SLUG, "The party that takes its place, also in what is owed already.")
                .optional("clauses", listOf(SLUG, 1), "The clauses in which it does; all unless said.")));
    return changes;
  }

  private static AmendmentExecution read(Fields fact) {
    return new AmendmentExecution(
        new Amendment(
            Math.toIntExact(fact.optionalWhole("number").orElseThrow()),
            fact.text("title"),
            fact.date("executedOn"),
            fact.date("effectiveOn"),
            fact.list("changes").stream().map(AmendmentExecution::readChange).toList()),
        Backing.read(fact));
  }

  private static Amendment.Change readChange(Value value) {
    Fields change = Fields.of(value);
    String key = List.copyOf(change.tree().entries().keySet()).getFirst();
    Fields what = change.object(key);
    return switch (key) {
      case "add" -> new Amendment.Change.Add(what.tree());
      case "revise" -> new Amendment.Change.Revise(new ClauseId(what.text("clause")), what.object("set").tree());
      case "replace" -> new Amendment.Change.Replace(what.tree());
      case "end" -> new Amendment.Change.End(new ClauseId(what.text("clause")));
      case "party" -> new Amendment.Change.Party(AgreementExecution.readParty(what));
      case "succession" ->
        new Amendment.Change.Succession(
            new PartyId(what.text("from")), new PartyId(what.text("to")),
            what.texts("clauses").stream().map(ClauseId::new).toList());
      default -> throw new IllegalStateException("no change is called " + key);
    };
  }

  @Override
  public Value.Tree write() {
    return backing.behind(
        new TreeBuilder()
            .put("number", amendment.number())
            .put("title", amendment.title())
            .put("executedOn", amendment.executedOn())
            .put("effectiveOn", amendment.effectiveOn())
            .put("changes", amendment.changes().stream().map(AmendmentExecution::writeChange).toList()));
  }

  private static Value.Tree writeChange(Amendment.Change change) {
    TreeBuilder written = new TreeBuilder();
    return switch (change) {
      case Amendment.Change.Add(var whole) -> written.put("add", whole).build();
      case Amendment.Change.Revise(var clause, var set) ->
        written.put("revise", new TreeBuilder().put("clause", clause).put("set", set).build()).build();
      case Amendment.Change.Replace(var whole) -> written.put("replace", whole).build();
      case Amendment.Change.End(var clause) ->
        written.put("end", new TreeBuilder().put("clause", clause).build()).build();
      case Amendment.Change.Party(var party) ->
        written.put("party", AgreementExecution.writeParty(party)).build();
      case Amendment.Change.Succession(var from, var to, var clauses) ->
        written.put(
            "succession",
            new TreeBuilder().put("from", from).put("to", to)
                .put("clauses", clauses.isEmpty() ? null : written(clauses))
                .build())
            .build();
    };
  }

  private static Value written(List<ClauseId> clauses) {
    return Value.items(clauses.stream().map(clause -> Value.text(clause.text())).toList());
  }

  @Override
  public @Nullable Id id() {
    return null;
  }

  @Override
  public Optional<LocalDate> effectiveOn() {
    return Optional.of(amendment.effectiveOn());
  }
}
