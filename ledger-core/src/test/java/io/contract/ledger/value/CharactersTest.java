package io.contract.ledger.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {

  @ParameterizedTest
  @ValueSource(ints = {
      // controls, DEL and the controls of the second block
      0x0, 0x1, 0x8, 0xB, 0x1F, 0x7F, 0x80, 0x85, 0x9F,
      // spaces and joiners without width and meaning, and the mark of byte order
      0x200B, 0x2060, 0x2064, 0xFEFF,
      // separators of lines and paragraphs
      0x2028, 0x2029,
      // embeddings, overrides and isolates of direction
      0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x206A, 0x206F,
      // halves of pairs, private use, and what is no character
      0xD800, 0xDFFF, 0xE000, 0xF8FF, 0xF0000, 0x10FFFD, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF})
  void aCharacterThatNobodySeesIsRefusedByName(int character) {
    assertThat(Characters.refused("a😀" + Character.toString(character) + "c"))
        .contains("has U+%04X at place 3, which no text may have".formatted(character));
  }

  @Test
  void aTabIsRefusedByTheNameThatPeopleKnow() {
    assertThat(Characters.refused("ab\tc")).contains("has a tab at place 3, which no text may have");
  }

  /** Persian and Hindi are spelt with the joiner and the non-joiner, mixed directions with their marks. */
  @ParameterizedTest
  @ValueSource(ints = {'\n', '\r', 0xA0, 0xAD, 0x200C, 0x200D, 0x200E, 0x200F, 0x61C, 0x180E, 0x2007, 0xFE0F, 0xFFFD,
      0x1F600})
  void aCharacterThatAScriptNeedsIsTaken(int character) {
    assertThat(Characters.refused("ab" + Character.toString(character) + "c")).isEmpty();
  }

  @Test
  void lettersOfAllScriptsAndLineBreaksAreTaken() {
    assertThat(Characters.refused("Ägir & Söhne\r\n株式会社 नमस्ते שלום 𝔘𝔫𝔦 😀")).isEmpty();
  }

  @Test
  void everyTextInAValueIsLookedAt() {
    Value value =
        new TreeBuilder()
            .put("title", "a\u0000")
            .put("parties", List.of(new TreeBuilder().put("na\u0007me", "ok").put("id", "x\u007F").build()))
            .put("number", 7)
            .build();
    assertThat(Characters.violations(value, Pointer.ROOT))
        .extracting(violation -> violation.path().path() + " " + violation.message())
        .containsExactly(
            "/title has U+0000 at place 2, which no text may have",
            "/parties/0 a name has U+0007 at place 3, which no text may have",
            "/parties/0/id has U+007F at place 2, which no text may have");
  }
}
