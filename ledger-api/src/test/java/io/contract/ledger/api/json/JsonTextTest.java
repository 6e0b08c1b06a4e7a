package io.contract.ledger.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.contract.ledger.value.Value;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON is read strictly and written back unchanged. The texts here use single quotes for double ones. */
class JsonTextTest {

  @ParameterizedTest
  @ValueSource(strings = {
      "{}",
      "[]",
      "{'b':1,'a':[true,false,null,'x']}",
      "{'amount':'1250.00','rate':0.1000000000000000000000000000001}",
      "[1e999999999,-0,1.50,12345678901234567890123456789]",
      "'grüße 😀 \\u0000 \\n \\\\ \\''",
      "{'':{'':''}}"
  })
  void whatIsReadIsWrittenAsItWas(String text) {
    String json = text.replace('\'', '"');
    assertThat(JsonText.write(JsonText.read(json))).isEqualTo(json);
    assertThat(JsonText.writeUtf8(JsonText.read(json.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(json.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "{'a':1,'a':2}            | 1 |  8 | 'a' is given twice",
      "{'a':{'b':1,'b':2}}      | 1 | 13 | 'b' is given twice",
      "{'a':1} {}               | 1 |  9 | more after the end",
      "[1] x                    | 1 |  5 | expected the end of the text, found 'x'",
      "[1,]                     | 1 |  4 | expected a value, found ']'",
      "[1 2]                    | 1 |  4 | expected ',' or ']', found '2'",
      "[NaN]                    | 1 |  2 | expected a value, found 'NaN'",
      "[Infinity]               | 1 |  2 | expected a value, found 'Infinity'",
      "[nul]                    | 1 |  2 | expected a value, found 'nul'",
      "[01]                     | 1 |  2 | expected a number such as 12 or -0.5, found '01'",
      "[+1]                     | 1 |  2 | expected a number such as 12 or -0.5, found '+1'",
      "[.5]                     | 1 |  2 | expected a number such as 12 or -0.5, found '.5'",
      "[1.]                     | 1 |  2 | expected a number such as 12 or -0.5, found '1.'",
      "{a:1}                    | 1 |  2 | expected a name in double quotes or '}', found 'a'",
      "{'a':1,}                 | 1 |  8 | expected a name in double quotes, found '}'",
      "{'a' 1}                  | 1 |  6 | expected ':', found '1'",
      "{'a':1 // why            | 1 |  8 | expected ',' or '}', found '/'",
      "{'a':                    | 1 |  6 | expected a value, found the end of the text",
      "['abc                    | 1 |  6 | expected a closing double quote, found the end of the text",
      "['a\\qc']                | 1 |  4 | expected one of",
      "['\\u12']                | 1 |  3 | expected four hexadecimal digits after",
      "['\\ud800']              | 1 |  2 | half a surrogate pair",
      "``                       | 1 |  1 | nothing to read",
  })
  void whatIsNotStrictJsonIsRefusedWhereItIs(String text, int line, int column, String message) {
    JsonException refused = refusalOf(text.replace('\'', '"'));
    assertThat(refused).hasMessageContaining(message);
    assertThat(refused.getMessage()).as("the words of no parser")
        .doesNotContain("JsonReadFeature", "code ", "Unexpected", "token");
    assertThat(refused.line()).isEqualTo(line);
    assertThat(refused.column()).isEqualTo(column);
  }

  @Test
  void aTextThatGoesOnInTheNextLineIsRefusedWhereItsLineEnds() {
    JsonException refused = refusalOf("{\n  \"id\": \"q1\n\"}");
    assertThat(refused).hasMessage("expected \\n, or a closing double quote, before the end of the line");
    assertThat(refused.line()).isEqualTo(2);
    assertThat(refused.column()).isEqualTo(12);
    assertThat(refusalOf("[\"a\tb\"]")).hasMessage("expected \\u0009 instead of the character itself");
  }

  @Test
  void theLineIsThatOfTheMistake() {
    JsonException refused = refusalOf("{\n  \"id\": \"q1\",\n  \"id\": \"q2\"\n}");
    assertThat(refused.line()).isEqualTo(3);
    assertThat(refused.column()).isEqualTo(3);
  }

  @Test
  void nestingIsLimited() {
    assertThat(JsonText.read(nested(32))).isInstanceOf(Value.Items.class);
    assertThat(refusalOf(nested(33))).hasMessageContaining("deeper than 32");
    assertThat(refusalOf(nested(100_000))).hasMessageContaining("deeper than 32");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] latin1 = "[\"ü\"]".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(catchThrowableOfType(JsonException.class, () -> JsonText.read(latin1))).hasMessageContaining("UTF-8");
  }

  @Test
  void aByteOrderMarkIsPassedOver() {
    assertThat(JsonText.read("\uFEFF[1]")).isEqualTo(JsonText.read("[1]"));
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  private static JsonException refusalOf(String text) {
    return catchThrowableOfType(JsonException.class, () -> JsonText.read(text));
  }
}
