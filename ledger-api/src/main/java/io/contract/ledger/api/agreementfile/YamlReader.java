package io.contract.ledger.api.agreementfile;

import io.contract.ledger.value.Code;
import io.contract.ledger.value.Pointer;
import io.contract.ledger.value.Value;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 (core schema), and with it JSON, as a {@link Value} whose every part has its place. Reading is strict: it
 * refuses duplicate keys, several documents, tags, nesting deeper than 32 and texts larger than 10 MB. Dates and instants stay
 * text, as YAML 1.2 has it. An unquoted number keeps its digits as written.
 */
final class YamlReader {

  /** The largest text that is read, in bytes. */
  static final int LARGEST = 10 * 1024 * 1024;

  private static final int DEEPEST = 32;
  // The number of values that all aliases together may add. It allows a repeated clause and stops a YAML bomb.
  private static final int REPEATED = 10_000;

  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  private final Iterator<Event> events;
  private final List<Flaw> flaws = new ArrayList<>();
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private int nodes;
  private int repeated;

  /** The value that an anchor names, with the number of values in it and its depth. */
  private record Anchored(Located node, int nodes, int depth) {}

  /** The value, if one could be read, and the flaws of the text. */
  record Result(Optional<Located> root, List<Flaw> flaws) {}

  /** A flaw beyond which reading cannot go on. */
  private static final class Unreadable extends RuntimeException {
    private final transient Flaw flaw;

    Unreadable(Flaw flaw) {
      super(flaw.message(), null, false, false);
      this.flaw = flaw;
    }
  }

  private YamlReader(Iterator<Event> events) {
    this.events = events;
  }

  /** Reads UTF-8. */
  static Result read(byte[] bytes) {
    if (bytes.length > LARGEST) {
      return new Result(Optional.empty(), List.of(flaw(Place.START, Pointer.ROOT, "the file has more than 10 MB")));
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return read(asYaml(text.startsWith("\uFEFF") ? text.substring(1) : text));
    } catch (CharacterCodingException notUtf8) {
      return new Result(Optional.empty(), List.of(flaw(Place.START, Pointer.ROOT, "the file is not UTF-8 text")));
    }
  }

  /** JSON with spaces for its tabs. JSON may be indented by tabs, YAML may not. A JSON string never contains a tab. */
  private static String asYaml(String text) {
    return text.stripLeading().startsWith("{") ? text.replace('\t', ' ') : text;
  }

  private static Result read(String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel("").setUseMarks(true).setCodePointLimit(LARGEST + 1).build();
    YamlReader reader = new YamlReader(new Parse(settings).parseReader(new WholeCharacters(text)).iterator());
    Optional<Located> root = Optional.empty();
    try {
      root = reader.document();
    } catch (Unreadable unreadable) {
      reader.flaws.add(unreadable.flaw);
    } catch (MarkedYamlEngineException wrong) {
      reader.flaws.add(flaw(placeOf(wrong.getProblemMark().or(wrong::getContextMark)), Pointer.ROOT, said(wrong)));
    } catch (ReaderException wrong) {
      reader.flaws.add(
          flaw(
              placeIn(text, wrong.getPosition()),
              Pointer.ROOT,
              "character U+%04X is not allowed in YAML".formatted(wrong.getCodePoint())));
    } catch (YamlEngineException wrong) {
      reader.flaws.add(flaw(Place.START, Pointer.ROOT, String.valueOf(wrong.getMessage())));
    }
    return new Result(root, List.copyOf(reader.flaws));
  }

  private Optional<Located> document() {
    Located root = null;
    while (events.hasNext()) {
      Event event = events.next();
      switch (event.getEventId()) {
        case DocumentStart -> {
          if (root != null) {
            throw unreadable(event, Pointer.ROOT, "a second document begins here; a file holds one");
          }
          root = node((NodeEvent) events.next(), Pointer.ROOT, 0);
        }
        case StreamStart, StreamEnd, DocumentEnd, Comment -> {
          // These events carry no value.
        }
        case Alias, Scalar, SequenceStart, SequenceEnd, MappingStart, MappingEnd ->
          throw new IllegalStateException("expected a document, found " + event);
      }
    }
    if (root == null) {
      throw new Unreadable(flaw(Place.START, Pointer.ROOT, "the file is empty"));
    }
    return Optional.of(root);
  }

  private Located node(NodeEvent event, Pointer at, int depth) {
    nodes++;
    if (event instanceof AliasEvent alias) {
      return alias(alias, at, depth);
    }
    int before = nodes;
    Located node = event instanceof ScalarEvent scalar ? scalar(scalar, at)
        : collection((CollectionStartEvent) event, at, depth + 1);
    int within = nodes - before + 1;
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(node, within, depthOf(node.value()))));
    return node;
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
    event.getTag().ifPresent(tag -> flaws.add(noTags(event, at, tag)));
    return event.getEventId() == Event.ID.MappingStart ? mapping(event, at, depth) : sequence(event, at, depth);
  }

  private Located sequence(Event start, Pointer at, int depth) {
    List<Located> items = new ArrayList<>();
    for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
      items.add(node((NodeEvent) event, at.child(items.size()), depth));
    }
    Place place = placeOf(start.getStartMark());
    return new Located(Value.items(items.stream().map(Located::value).toList()), place, place, Map.of(), items);
  }

  private Located mapping(Event start, Pointer at, int depth) {
    Map<String, Located> entries = new LinkedHashMap<>();
    for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
      Place key = placeOf(event.getStartMark());
      String name = name(event, at);
      Located value = node((NodeEvent) events.next(), at.child(name), depth).under(key);
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
    if (event instanceof ScalarEvent scalar && scalar.getAnchor().isEmpty() && scalar.getTag().isEmpty()) {
      return scalar.getValue();
    }
    throw unreadable(event, at, "a key must be plain text");
  }

  private Located scalar(ScalarEvent event, Pointer at) {
    Place place = placeOf(event.getStartMark());
    Optional<String> tag = event.getTag();
    if (tag.isPresent() && !tag.get().equals("tag:yaml.org,2002:str")) {
      flaws.add(noTags(event, at, tag.get()));
    }
    String text = event.getValue();
    return Located.leaf(tag.isPresent() || !event.isPlain() ? Value.text(text) : plain(text), place);
  }

  /** A plain scalar by the core schema of YAML 1.2. */
  private static Value plain(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> Value.NULL;
      case "true", "True", "TRUE" -> Value.bool(true);
      case "false", "False", "FALSE" -> Value.bool(false);
      default -> mayBeNumber(text.charAt(0)) && NUMBER.matcher(text).matches() ? new Value.Num(text) : Value.text(text);
    };
  }

  private static boolean mayBeNumber(char first) {
    return "+-.0123456789".indexOf(first) >= 0;
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
    return new Unreadable(flaw(placeOf(event.getStartMark()), at, message));
  }

  private static Flaw flaw(Place place, Pointer at, String message) {
    return new Flaw(place, at, Code.INVALID_JSON, message);
  }

  private static Place placeOf(Optional<Mark> mark) {
    return mark.map(m -> new Place(m.getLine() + 1, m.getColumn() + 1)).orElse(Place.START);
  }

  private static Place placeIn(String text, int position) {
    String before = text.substring(0, Math.min(position, text.length()));
    int lineStart = before.lastIndexOf('\n') + 1;
    return new Place((int) before.chars().filter(c -> c == '\n').count() + 1, before.length() - lineStart + 1);
  }

  private static String said(MarkedYamlEngineException wrong) {
    @Nullable
    String context = wrong.getContext();
    return (context == null ? "" : context + ": ") + wrong.getProblem();
  }
}
