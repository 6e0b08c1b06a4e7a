package io.contract.ledger.api.json;

import io.contract.ledger.value.Value;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/**
 * JSON (RFC 8259) to and from value trees.
 *
 * <p>Reading is strict, because a ledger must not guess: a name given twice, text after the value, nesting deeper than {@value
 * #MAX_NESTING}, bytes that are not UTF-8, half a surrogate pair and {@code NaN} are refused. A number keeps its digits as
 * written. Writing keeps the order of entries, so that the same tree is always the same text.
 */
public final class JsonText {

  /** How deep lists and objects may nest. */
  public static final int MAX_NESTING = 32;

  /** The longest text, and the longest number, that is read of what somebody sent. Nothing that the ledger records needs more. */
  public static final int LONGEST_TEXT = 100_000;

  private static final int LONGEST_NUMBER = 1_000;
  private static final int LONGEST_NAME = 1_000;

  /** Reads what the ledger itself wrote. Depth is limited here, with a message of our own. */
  private static final JsonFactory FACTORY =
      factory(
          StreamReadConstraints.builder()
              .maxNestingDepth(MAX_NESTING + 1)
              .maxStringLength(Integer.MAX_VALUE)
              .maxNameLength(Integer.MAX_VALUE)
              .build());

  /** Reads what somebody sent: the parser stops where a text, a name or a number becomes longer than anyone needs. */
  private static final JsonFactory POSTED =
      factory(
          StreamReadConstraints.builder()
              .maxNestingDepth(MAX_NESTING + 1)
              .maxStringLength(LONGEST_TEXT)
              .maxNameLength(LONGEST_NAME)
              .maxNumberLength(LONGEST_NUMBER)
              .build());

  private final JsonParser parser;
  private final int mostValues;
  private int values;

  private JsonText(JsonParser parser, int mostValues) {
    this.parser = parser;
    this.mostValues = mostValues;
  }

  private static JsonFactory factory(StreamReadConstraints limits) {
    return new JsonFactoryBuilder()
        .streamReadConstraints(limits)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .build();
  }

  /**
   * Reads UTF-8.
   *
   * @throws JsonException when it is not strict JSON
   */
  public static Value read(byte[] utf8) {
    return read(decoded(utf8), FACTORY, Integer.MAX_VALUE);
  }

  /**
   * Reads UTF-8 that somebody sent, whose size in bytes was limited where it was received.
   *
   * @param mostValues how many values, of all kinds and at any depth, it may have: each takes many times its own length of memory
   * @throws JsonException when it is not strict JSON, or when a text, a name or a number in it is too long
   * @throws TooManyValuesException when it has more values
   */
  public static Value readPosted(byte[] utf8, int mostValues) {
    return read(decoded(utf8), POSTED, mostValues);
  }

  private static String decoded(byte[] utf8) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new JsonException("the text is not UTF-8", 1, 1);
    }
  }

  /**
   * Reads a text.
   *
   * @throws JsonException when it is not strict JSON
   */
  public static Value read(String text) {
    return read(text, FACTORY, Integer.MAX_VALUE);
  }

  private static Value read(String text, JsonFactory factory, int mostValues) {
    String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), withoutMark)) {
      return new JsonText(parser, mostValues).document();
    } catch (JacksonException unreadable) {
      TokenStreamLocation at = unreadable.getLocation();
      if (unreadable instanceof StreamConstraintsException) {
        throw tooLong(at);
      }
      throw JsonMistake.in(withoutMark, MAX_NESTING + 1, located("the text is not JSON", at));
    }
  }

  private static JsonException tooLong(@Nullable TokenStreamLocation at) {
    String limits =
        String.format(Locale.ROOT, "something is too long; a text may have %,d characters, a name or a number %,d",
            LONGEST_TEXT, LONGEST_NAME);
    return located(limits, at);
  }

  private static JsonException located(String why, @Nullable TokenStreamLocation at) {
    return at == null ? new JsonException(why, 1, 1) : new JsonException(why, at.getLineNr(), at.getColumnNr());
  }

  private Value document() {
    if (parser.nextToken() == null) {
      throw wrong("there is nothing to read");
    }
    Value value = value(0);
    if (parser.nextToken() != null) {
      throw wrong("there is more after the end of the value");
    }
    return value;
  }

  private Value value(int depth) {
    values++;
    if (values > mostValues) {
      throw new TooManyValuesException(mostValues);
    }
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> tree(depth + 1);
      case START_ARRAY -> items(depth + 1);
      case VALUE_STRING -> new Value.Text(text());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Value.Num(parser.getString());
      case VALUE_TRUE -> new Value.Bool(true);
      case VALUE_FALSE -> new Value.Bool(false);
      case VALUE_NULL -> Value.NULL;
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
        throw new IllegalStateException("expected a value, found " + token);
    };
  }

  private Value.Tree tree(int depth) {
    limit(depth);
    Map<String, Value> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = text();
      if (entries.containsKey(name)) {
        throw wrong("the name '" + name + "' is given twice in one object");
      }
      parser.nextToken();
      entries.put(name, value(depth));
    }
    return new Value.Tree(entries);
  }

  private Value.Items items(int depth) {
    limit(depth);
    List<Value> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(depth));
    }
    return new Value.Items(items);
  }

  private void limit(int depth) {
    if (depth > MAX_NESTING) {
      throw wrong("lists and objects nest deeper than " + MAX_NESTING);
    }
  }

  private String text() {
    String text = parser.getString();
    // Half a surrogate pair cannot be written as UTF-8: it would be stored as another character.
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw wrong("the text has half a surrogate pair in it");
    }
    return text;
  }

  private JsonException wrong(String message) {
    TokenStreamLocation at = parser.currentTokenLocation();
    return new JsonException(message, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
  }

  /** The value as text, without white space, with entries in the order of the tree. */
  public static String write(Value value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(value, generator);
    }
    return text.toString();
  }

  /** The value as text in UTF-8. */
  public static byte[] writeUtf8(Value value) {
    return write(value).getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Value value, JsonGenerator generator) {
    switch (value) {
      case Value.Text text -> generator.writeString(text.text());
      case Value.Num number -> generator.writeNumber(number.literal());
      case Value.Bool bool -> generator.writeBoolean(bool.value());
      case Value.Null _ -> generator.writeNull();
      case Value.Items items -> {
        generator.writeStartArray();
        items.items().forEach(item -> write(item, generator));
        generator.writeEndArray();
      }
      case Value.Tree tree -> {
        generator.writeStartObject();
        tree.entries()
            .forEach(
                (name, entry) -> {
                  generator.writeName(name);
                  write(entry, generator);
                });
        generator.writeEndObject();
      }
    }
  }
}
