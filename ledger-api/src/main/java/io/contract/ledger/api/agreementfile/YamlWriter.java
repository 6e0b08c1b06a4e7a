package io.contract.ledger.api.agreementfile;

import io.contract.ledger.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/**
 * Writes values as YAML that every reader understands in the same way. A word stands without quotes only if it cannot be taken
 * for anything else. A reader of YAML 1.1 would take {@code no} for a boolean, {@code 0123} for an octal number, {@code
 * 2021-03-31} for a date and {@code 12:30:45} for seconds.
 *
 * <p>Each value is written at once, so that a long list need not be in memory.
 */
final class YamlWriter {

  /** The longest mapping or list that is written on one line, in characters. */
  private static final int ONE_LINE = 200;

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*( [A-Za-z0-9][A-Za-z0-9_-]*)*");
  private static final Set<String> NOT_PLAIN =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf");

  private final Emitter emitter;

  YamlWriter(Writer out) {
    DumpSettings settings =
        DumpSettings.builder()
            .setBestLineBreak("\n")
            .setIndent(2)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setWidth(Integer.MAX_VALUE)
            .setSplitLines(false)
            .setMultiLineFlow(false)
            .setUseUnicodeEncoding(true)
            .build();
    emitter = new Emitter(settings, new Out(out));
    emitter.emit(new StreamStartEvent());
    emitter.emit(new DocumentStartEvent(false, Optional.empty(), Map.of()));
  }

  private record Out(Writer out) implements StreamDataWriter {
    @Override
    public void write(String text) {
      write(text, 0, text.length());
    }

    @Override
    public void write(String text, int from, int length) {
      try {
        out.write(Escapes.escaped(text.substring(from, from + length)));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  YamlWriter beginMapping() {
    emitter.emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
    return this;
  }

  YamlWriter endMapping() {
    emitter.emit(new MappingEndEvent());
    return this;
  }

  YamlWriter beginList() {
    emitter.emit(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
    return this;
  }

  YamlWriter endList() {
    emitter.emit(new SequenceEndEvent());
    return this;
  }

  /** Ends the document. Nothing may be written after it. */
  void end() {
    emitter.emit(new DocumentEndEvent(false));
    emitter.emit(new StreamEndEvent());
  }

  /** Writes the name of the next value. */
  YamlWriter name(String name) {
    return text(name);
  }

  /** Writes a value of any kind. */
  YamlWriter value(Value value) {
    return value(value, false);
  }

  private YamlWriter value(Value value, boolean onOneLine) {
    return switch (value) {
      case Value.Tree tree -> tree(tree, onOneLine || isShort(tree));
      case Value.Items items -> items(items, onOneLine || isShort(items));
      case Value.Text text -> text(text.text());
      case Value.Num number -> scalar(number.literal(), ScalarStyle.PLAIN);
      case Value.Bool bool -> scalar(Boolean.toString(bool.value()), ScalarStyle.PLAIN);
      case Value.Null _ -> scalar("null", ScalarStyle.PLAIN);
    };
  }

  private YamlWriter tree(Value.Tree tree, boolean onOneLine) {
    emitter.emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, style(onOneLine)));
    tree.entries().forEach((name, entry) -> name(name).value(entry, onOneLine));
    return endMapping();
  }

  private YamlWriter items(Value.Items items, boolean onOneLine) {
    emitter.emit(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, style(onOneLine)));
    items.items().forEach(item -> value(item, onOneLine));
    return endList();
  }

  private static FlowStyle style(boolean onOneLine) {
    return onOneLine ? FlowStyle.FLOW : FlowStyle.BLOCK;
  }

  private static boolean isShort(Value value) {
    return length(value) <= ONE_LINE;
  }

  private static int length(Value value) {
    return switch (value) {
      case Value.Tree tree ->
        tree.entries().entrySet().stream().mapToInt(e -> e.getKey().length() + 4 + length(e.getValue())).sum();
      case Value.Items items -> items.items().stream().mapToInt(item -> 2 + length(item)).sum();
      case Value.Text text -> text.text().length() + 2;
      case Value.Num number -> number.literal().length();
      case Value.Bool _ -> 5;
      case Value.Null _ -> 4;
    };
  }

  private YamlWriter text(String text) {
    boolean isPlain =
        PLAIN.matcher(text).matches() && !NOT_PLAIN.contains(text.toLowerCase(Locale.ROOT));
    return scalar(text, isPlain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
  }

  private YamlWriter scalar(String text, ScalarStyle style) {
    emitter.emit(new ScalarEvent(Optional.empty(), Optional.empty(), new ImplicitTuple(true, true), text, style));
    return this;
  }
}
