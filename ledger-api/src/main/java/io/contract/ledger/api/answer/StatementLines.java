package io.contract.ledger.api.answer;

import static io.contract.ledger.value.Type.AMOUNT;
import static io.contract.ledger.value.Type.DATE;
import static io.contract.ledger.value.Type.RATE;
import static io.contract.ledger.value.Type.SLUG;
import static io.contract.ledger.value.Type.SUM;
import static io.contract.ledger.value.Type.TEXT;
import static io.contract.ledger.value.Type.listOf;
import static io.contract.ledger.value.Type.nullable;
import static io.contract.ledger.value.Type.object;
import static io.contract.ledger.value.Type.oneOf;

import io.contract.ledger.api.words.LineWords;
import io.contract.ledger.fact.Payment;
import io.contract.ledger.fact.Waiver;
import io.contract.ledger.fact.known.KnownFacts;
import io.contract.ledger.payment.Allocation;
import io.contract.ledger.payment.GivenUp;
import io.contract.ledger.position.WorkedLine;
import io.contract.ledger.position.Workings;
import io.contract.ledger.share.CappedLine;
import io.contract.ledger.share.Gross;
import io.contract.ledger.share.Line;
import io.contract.ledger.share.Origin;
import io.contract.ledger.terms.Clause;
import io.contract.ledger.terms.ShareRate;
import io.contract.ledger.value.Shape;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines of a stated period as shown, and what had settled it. They are read from the workings. */
final class StatementLines {

  private static final Shape BAND =
      Shape.of("StatedBand")
          .optional("upTo", AMOUNT, "The amount that still belongs to it; absent of the last.")
          .required("rate", RATE, "Its rate.");

  static final Shape LINE =
      Shape.of("StatedLine")
          .required("what", oneOf("revenue", "shortfall", "carried", "fixed-payment", "brought-forward"),
              "What accrues.")
          .required("from", DATE, "Its first day.")
          .required("through", DATE, "Its last day.")
          .optional("base", nullable(SUM), "The revenue of its days, rounded for showing.")
          .optional("rate", nullable(RATE), "The rate, where there is one.")
          .optional("tiers", nullable(listOf(object(BAND), 1)), "The tiers, where there are some.")
          .required("gross", nullable(SUM), "The share before any cap; null where readings differ.")
          .required("forgone", nullable(SUM), "What a cap cut off; null where readings differ.")
          .required("accrued", nullable(SUM), "What is owed of it; null where readings differ.")
          .required("because", nullable(listOf(TEXT, 0)),
              "How it came about, in sentences; null where readings differ.");

  static final Shape SETTLEMENT =
      Shape.of("StatedSettlement")
          .required("on", DATE, "The day it settled.")
          .required("amount", SUM, "How much of the period's principal it settled.")
          .optional("event", AnswerHead.SEQUENCE, "The number of the event that brought the money.")
          .optional("payment", SLUG, "The payment's id; absent of what a balance brought forward had settled.")
          .optional("creditOf", TEXT, "The period below zero whose credit settled it.");

  static final Shape WAIVER =
      Shape.of("StatedWaiver")
          .required("on", DATE, "The day it was given up.")
          .required("amount", SUM, "How much of the period was given up.")
          .required("event", AnswerHead.SEQUENCE, "The number of the waiver's event.");

  /** The fields that must be equal for two lines under two readings to be the same line. */
  private static final Set<String> NAMES = Set.of("what", "from", "through");

  private StatementLines() {}

  /** The lines of the period. */
  static List<Value.Tree> lines(Optional<Workings.Row> row) {
    return row.stream()
        .flatMap(one -> one.period().lines().stream())
        .map(WorkedLine::line)
        .map(StatementLines::line)
        .toList();
  }

  private static Value.Tree line(CappedLine line) {
    TreeBuilder tree =
        new TreeBuilder()
            .put("what", what(line.origin()))
            .put("from", line.days().first())
            .put("through", line.days().last());
    if (line.origin() instanceof Origin.Revenue(var revenue, var gross)) {
      rated(tree, revenue, gross);
    }
    return tree.put("gross", line.gross().toPlainString())
        .put("forgone", line.forgone().toPlainString())
        .put("accrued", line.accrued().toPlainString())
        .put("because", LineWords.of(line).stream().map(Value::text).toList())
        .build();
  }

  private static String what(Origin origin) {
    return switch (origin) {
      case Origin.Revenue _ -> "revenue";
      case Origin.Shortfall _ -> "shortfall";
      case Origin.Carried _ -> "carried";
      case Origin.Fixed _ -> "fixed-payment";
      case Origin.Balance _ -> "brought-forward";
    };
  }

  private static void rated(TreeBuilder tree, Line revenue, Gross gross) {
    Clause.RevenueShare share = revenue.share();
    tree.put("base", share.rounding().round(gross.base(), gross.rounded().currency()).toPlainString());
    switch (revenue.rate()) {
      case ShareRate.Flat flat -> tree.put("rate", flat.fraction().toPlainString());
      case ShareRate.Tiers tiers -> tree.put("tiers", bands(tiers));
      case ShareRate.NotDisclosed _ ->
        throw new IllegalArgumentException("expected a line with a disclosed rate, found " + revenue);
    }
  }

  private static List<Value.Tree> bands(ShareRate.Tiers tiers) {
    return Stream.concat(
        tiers.bands().stream().map(band -> band(band.upTo(), band.rate())),
        Stream.of(band(null, tiers.above())))
        .toList();
  }

  private static Value.Tree band(@Nullable BigDecimal upTo, BigDecimal rate) {
    return new TreeBuilder()
        .put("upTo", upTo == null ? null : upTo.toPlainString())
        .put("rate", rate.toPlainString())
        .build();
  }

  /** The settlements of the period, in the order of settling. */
  static List<Value.Tree> settlements(Optional<Workings.Row> row, KnownFacts known) {
    return row.map(one -> new ArrayList<>(one.state().latestFirst()).reversed()).orElse(new ArrayList<>()).stream()
        .map(allocation -> settlement(allocation, known))
        .toList();
  }

  private static Value.Tree settlement(Allocation allocation, KnownFacts known) {
    TreeBuilder tree = new TreeBuilder().put("on", allocation.on()).put("amount", allocation.amount().toPlainString());
    return switch (allocation.source()) {
      case Allocation.Source.ByPayment by -> {
        tree.put("event", by.sequence());
        if (known.events().get(Math.toIntExact(by.sequence())).fact() instanceof Payment paid) {
          tree.put("payment", paid.id());
        }
        yield tree.build();
      }
      case Allocation.Source.ByCreditOf credit -> tree.put("creditOf", credit.claim().name()).build();
    };
  }

  /** The waivers of the period, in the order of waiving. */
  static List<Value.Tree> waivers(Optional<Workings.Row> row, KnownFacts known) {
    return row.map(one -> new ArrayList<>(one.state().waivers()).reversed()).orElse(new ArrayList<>()).stream()
        .map(given -> waiver(given, known))
        .toList();
  }

  private static Value.Tree waiver(GivenUp given, KnownFacts known) {
    if (known.events().get(Math.toIntExact(given.sequence())).fact() instanceof Waiver waiver) {
      return new TreeBuilder()
          .put("on", waiver.on())
          .put("amount", given.amount().toPlainString())
          .put("event", given.sequence())
          .build();
    }
    throw new IllegalStateException("expected a waiver, found event " + given.sequence());
  }

  /**
   * The rows on which all readings agree. A field is null where the readings differ. The result is null where they have
   * different rows.
   */
  static Value agreed(List<List<Value.Tree>> readings) {
    List<Value.Tree> first = readings.getFirst();
    if (readings.stream().distinct().count() == 1) {
      return Value.items(List.copyOf(first));
    }
    boolean isAligned =
        readings.stream()
            .allMatch(
                rows -> rows.size() == first.size()
                    && java.util.stream.IntStream.range(0, first.size())
                        .allMatch(i -> isSameRow(rows.get(i), first.get(i))));
    if (!isAligned) {
      return Value.NULL;
    }
    List<Value> rows = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      int place = i;
      rows.add(agreedRow(readings.stream().map(all -> all.get(place)).toList()));
    }
    return Value.items(rows);
  }

  private static boolean isSameRow(Value.Tree one, Value.Tree other) {
    return one.entries().keySet().equals(other.entries().keySet())
        && one.entries().keySet().containsAll(NAMES)
        && NAMES.stream().allMatch(name -> one.get(name).equals(other.get(name)));
  }

  private static Value.Tree agreedRow(List<Value.Tree> rows) {
    Map<String, Value> agreed = new LinkedHashMap<>();
    rows.getFirst()
        .entries()
        .forEach(
            (name, value) -> agreed.put(
                name, rows.stream().allMatch(row -> row.get(name).equals(Optional.of(value))) ? value : Value.NULL));
    return new Value.Tree(agreed);
  }
}
