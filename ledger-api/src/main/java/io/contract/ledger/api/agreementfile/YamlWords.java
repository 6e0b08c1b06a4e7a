package io.contract.ledger.api.agreementfile;

import java.util.List;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * What is wrong with a text that is neither YAML nor JSON, in words for its author: what was expected at the place. The parser's own words
 * are about its parts, such as {@code while parsing a flow mapping … but got <scalar>}.
 */
final class YamlWords {

  /** What a part of the parser's words stands for. The first that fits holds. */
  private record Translation(String part, String says) {}

  private static final List<Translation> TRANSLATIONS =
      List.of(
          new Translation("',' or '}'", "expected ',' or '}' in an object"),
          new Translation("',' or ']'", "expected ',' or ']' in a list"),
          new Translation("mapping values are not allowed",
              "expected no further ':' here; a text with ': ' in it stands in quotes"),
          new Translation("mapping keys are not allowed", "expected no key here"),
          new Translation("sequence entries are not allowed",
              "expected no item of a list here; items stand on lines of their own"),
          new Translation("could not find expected ':'", "expected ':' after a key on the line above"),
          new Translation("expected <block end>",
              "expected a line that is indented as the others of its object or list"),
          new Translation("expected the node content", "expected a value"),
          new Translation("while scanning an a", "expected a name after '&' or '*'"),
          new Translation("hexadecimal", "expected hexadecimal digits after \\x, \\u or \\U, as in \\u0041"),
          new Translation("unknown escape",
              "expected an escape such as \\n or \\u0041 after a backslash in double quotes"),
          new Translation("unexpected end of stream", "expected a closing quote before the end of the file"),
          new Translation("unexpected document separator", "expected a closing quote before the line with --- or ..."),
          new Translation("block scalar", "expected the end of the line after '|' or '>'"),
          new Translation("directive",
              "expected no directive: a line that begins with % is of no use in agreement files"),
          new Translation("<document start>", "expected the end of the file"),
          new Translation("tag", "expected no tag: nothing that begins with ! is of use in agreement files"));

  private YamlWords() {}

  /** What was expected, in one sentence. */
  static String said(MarkedYamlEngineException wrong) {
    String words = wrong.getContext() + ": " + wrong.getProblem();
    if (words.contains("cannot start any token")) {
      return unexpected(words);
    }
    return TRANSLATIONS.stream().filter(one -> words.contains(one.part())).findFirst().map(Translation::says)
        .orElse("expected YAML or JSON");
  }

  private static String unexpected(String words) {
    if (words.contains("(TAB)")) {
      return "expected spaces: a tab indents no line";
    }
    int begin = words.indexOf("found character ") + "found character ".length();
    int end = words.indexOf(" that cannot start");
    String character = words.substring(begin, end).replaceFirst("\\(.*\\)'$", "'");
    return "expected a value; a text that begins with " + character + " stands in quotes";
  }
}
