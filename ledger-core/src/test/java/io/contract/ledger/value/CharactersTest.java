package io.contract.ledger.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {

  @ParameterizedTest
  @ValueSource(ints = {0x0, 0x1, 0x8, 0x9, 0xB, 0x1F, 0x7F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF})
  void aCharacterThatNobodySeesIsRefusedByName(int character) {
    assertThat(Characters.refused("ab" + (char) character + "c"))
        .contains("has U+%04X at place 3, which no text may have".formatted(character));
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
