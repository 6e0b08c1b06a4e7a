package io.contract.ledger.api.agreementfile;

import io.contract.ledger.value.Code;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Value;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/**
 * Reads YAML 1.2 (core schema), and with it JSON, as a {@link Value} whose every part has its place. Reading is strict: it
 * refuses duplicate keys, several documents, tags, nesting deeper than 32, texts longer than 100,000 characters and more values at
 * once than anyone writes. Dates and instants stay text, as YAML 1.2 has it. An unquoted number keeps its digits as written.
 *
 * <p>The items of long lists can be taken one by one while the text is read, so that it may be of any length.
 */
final class YamlReader {

  /** How many values are in memory at once, at most. */
  private static final int MOST_VALUES = 1_000_000;

  private static final int DEEPEST = 32;
  // The number of values that all aliases together may add. It allows a repeated clause and stops a YAML bomb.
  private static final int REPEATED = 10_000;
  // The number of values that anchors may name. They are kept to the end of the text.
  private static final int NAMED = 100_000;
  // What the parser holds of the text. Larger portions make it copy less when a text is long.
  private static final int PORTION = 16 * 1024;

  private final YamlText text;
  private final Iterator<Event> events;
  private final Map<String, Items> lists;
  private final Flaws flaws;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private long nodes;
  private long taken;
  private long repeated;
  private long named;

  /** Takes the items of a list that stands at the top level of a text. */
  @FunctionalInterface
  interface Items {

    /**
     * Takes the next item.
     *
     * @param index from 0
     * @return whether it stays in memory, so that it counts as one of the values that do
     */
    boolean take(int index, Located item);
  }

  /** The value that an anchor names, with the number of values in it and its depth. */
  private record Anchored(Located node, long nodes, int depth) {}

  private YamlReader(YamlText text, Map<String, Items> lists, Flaws flaws) {
    LoadSettings settings =
        LoadSettings.builder().setLabel("").setUseMarks(true).setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(PORTION).build();
    this.text = text;
    this.events = new Parse(settings).parseReader(text).iterator();
    this.lists = lists;
    this.flaws = flaws;
  }

  /**
   * Reads UTF-8 to its end, or until it finds a flaw beyond which it cannot go on.
   *
   * @param lists what takes the items of lists at the top level, by name; in the value these lists are empty
   * @param flaws gets what is wrong
   * @return the value; empty when there is none that could be read
   * @throws java.io.UncheckedIOException when the stream cannot be read
   */
  static Optional<Located> read(InputStream utf8, Map<String, Items> lists, Flaws flaws) {
    try {
      return new YamlReader(new YamlText(utf8), lists, flaws).document();
    } catch (Unreadable unreadable) {
      flaws.end(unreadable);
    } catch (MarkedYamlEngineException wrong) {
      flaws.end(
          new Unreadable(placeOf(wrong.getProblemMark().or(wrong::getContextMark)), Pointer.ROOT,
              YamlWords.said(wrong)));
    } catch (YamlVersionException other) {
      SpecVersion version = other.getSpecVersion();
      flaws.end(
          new Unreadable(
              Place.START, Pointer.ROOT,
              "the file says that it is YAML " + version.getMajor() + "." + version.getMinor()
                  + "; a file is YAML 1.2, and need not say so"));
    } catch (YamlEngineException _) {
      flaws.end(new Unreadable(Place.START, Pointer.ROOT, "expected YAML or JSON"));
    }
    return Optional.empty();
  }

  private Event next() {
    Event event = events.next();
    text.parsedTo(placeOf(event.getEndMark()));
    return event;
  }

  private Optional<Located> document() {
    Located root = null;
    while (events.hasNext()) {
      Event event = next();
      switch (event.getEventId()) {
        case DocumentStart -> {
          if (root != null) {
            throw unreadable(event, Pointer.ROOT, "a second document begins here; a file holds one");
          }
          NodeEvent first = (NodeEvent) next();
          root = first.getEventId() == Event.ID.MappingStart ? top((CollectionStartEvent) first)
              : node(first, Pointer.ROOT, 0);
        }
        case StreamStart, StreamEnd, DocumentEnd, Comment -> {
          // These events carry no value.
        }
        case Alias, Scalar, SequenceStart, SequenceEnd, MappingStart, MappingEnd ->
          throw new IllegalStateException("expected a document, found " + event);
      }
    }
    if (root == null) {
      throw new Unreadable(Place.START, Pointer.ROOT, "the file is empty");
    }
    return Optional.of(root);
  }

  /** The whole text, whose entries are no list that is taken item by item, or one. */
  private Located top(CollectionStartEvent start) {
    refuseTag(start, Pointer.ROOT);
    return mapping(start, Pointer.ROOT, 1);
  }

  private Located entry(String name, NodeEvent event, Pointer at, int depth) {
    Items list = depth == 1 ? lists.get(name) : null;
    return list != null && event.getEventId() == Event.ID.SequenceStart
        ? taken(list, (CollectionStartEvent) event, at)
        : node(event, at, depth);
  }

  /** Hands on the items of the list. The list itself is then empty, and no alias can name it. */
  private Located taken(Items list, CollectionStartEvent start, Pointer at) {
    refuseTag(start, at);
    int index = 0;
    for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      long before = nodes;
      boolean isKept = list.take(index, node((NodeEvent) event, at.child(index), 2));
      index++;
      taken += isKept ? 0 : nodes - before;
    }
    return Located.leaf(Value.items(List.of()), placeOf(start.getStartMark()));
  }

  private Located node(NodeEvent event, Pointer at, int depth) {
    nodes++;
    if (nodes - taken > MOST_VALUES) {
      throw unreadable(event, at,
          "there are more than 1,000,000 values besides the facts of the history, or in one fact");
    }
    if (event instanceof AliasEvent alias) {
      return alias(alias, at, depth);
    }
    long before = nodes;
    Located node = event instanceof ScalarEvent scalar ? scalar(scalar, at)
        : collection((CollectionStartEvent) event, at, depth + 1);
    long within = nodes - before + 1;
    event.getAnchor().ifPresent(anchor -> name(anchor, new Anchored(node, within, depthOf(node.value())), event, at));
    return node;
  }

  private void name(Anchor anchor, Anchored value, Event event, Pointer at) {
    named += value.nodes();
    if (named > NAMED) {
      throw unreadable(event, at, "anchors name more than 100,000 values");
    }
    anchors.put(anchor, value);
  }

  private Located alias(AliasEvent alias, Pointer at, int depth) {
    Anchored named = anchors.get(alias.getAlias());
    if (named == null) {
      throw unreadable(alias, at,
          "alias *" + alias.getAlias().getValue() + " names nothing that is complete before it");
    }
    if (depth + named.depth() > DEEPEST) {
      throw unreadable(alias, at, "nesting is deeper than " + DEEPEST);
    }
    repeated += named.nodes();
    nodes += named.nodes();
    if (repeated > REPEATED) {
      throw unreadable(alias, at, "aliases repeat more than " + REPEATED + " values");
    }
    return named.node().at(placeOf(alias.getStartMark()));
  }

  private Located collection(CollectionStartEvent event, Pointer at, int depth) {
    if (depth > DEEPEST) {
      throw unreadable(event, at, "nesting is deeper than " + DEEPEST);
    }
    refuseTag(event, at);
    return event.getEventId() == Event.ID.MappingStart ? mapping(event, at, depth) : sequence(event, at, depth);
  }

  private void refuseTag(CollectionStartEvent event, Pointer at) {
    event.getTag().ifPresent(tag -> flaws.add(noTags(event, at, tag)));
  }

  private Located sequence(Event start, Pointer at, int depth) {
    List<Located> items = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      items.add(node((NodeEvent) event, at.child(items.size()), depth));
    }
    Place place = placeOf(start.getStartMark());
    return new Located(Value.items(items.stream().map(Located::value).toList()), place, place, Map.of(), items);
  }

  private Located mapping(Event start, Pointer at, int depth) {
    Map<String, Located> entries = new LinkedHashMap<>();
    for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
      Place key = placeOf(event.getStartMark());
      String name = name(event, at);
      Located value = entry(name, (NodeEvent) next(), at.child(name), depth).under(key);
      Located earlier = entries.putIfAbsent(name, value);
      if (earlier != null) {
        flaws.add(
            flaw(key, at.child(name), "key '" + name + "' is there twice, first on line " + earlier.key().line()));
      }
    }
    Map<String, Value> values = new LinkedHashMap<>();
    entries.forEach((name, entry) -> values.put(name, entry.value()));
    Place place = placeOf(start.getStartMark());
    return new Located(new Value.Tree(values), place, place, entries, List.of());
  }

  private static String name(Event event, Pointer at) {
    refuseLong(event);
    if (event instanceof ScalarEvent scalar && scalar.getAnchor().isEmpty() && scalar.getTag().isEmpty()) {
      return scalar.getValue();
    }
    throw unreadable(event, at, "a key must be plain text");
  }

  private Located scalar(ScalarEvent event, Pointer at) {
    refuseLong(event);
    Place place = placeOf(event.getStartMark());
    Optional<String> tag = event.getTag();
    if (tag.isPresent() && !tag.get().equals("tag:yaml.org,2002:str")) {
      flaws.add(noTags(event, at, tag.get()));
    }
    String text = event.getValue();
    return Located.leaf(tag.isPresent() || !event.isPlain() ? Value.text(text) : CoreSchema.plain(text), place);
  }

  private static void refuseLong(Event event) {
    if (event instanceof ScalarEvent scalar && scalar.getValue().length() > YamlText.LONGEST) {
      throw YamlText.tooLong(placeOf(event.getStartMark()));
    }
  }

  private static int depthOf(Value value) {
    return switch (value) {
      case Value.Tree tree -> 1 + tree.entries().values().stream().mapToInt(YamlReader::depthOf).max().orElse(0);
      case Value.Items items -> 1 + items.items().stream().mapToInt(YamlReader::depthOf).max().orElse(0);
      case Value.Text _,Value.Num _,Value.Bool _,Value.Null _ -> 0;
    };
  }

  private static Flaw noTags(Event event, Pointer at, String tag) {
    return flaw(placeOf(event.getStartMark()), at, "tag '" + tag + "' is not used in agreement files");
  }

  private static Unreadable unreadable(Event event, Pointer at, String message) {
    return new Unreadable(placeOf(event.getStartMark()), at, message);
  }

  private static Flaw flaw(Place place, Pointer at, String message) {
    return new Flaw(place, at, Code.INVALID_JSON, message);
  }

  private static Place placeOf(Optional<Mark> mark) {
    return mark.map(m -> new Place(m.getLine() + 1, m.getColumn() + 1)).orElse(Place.START);
  }
}
