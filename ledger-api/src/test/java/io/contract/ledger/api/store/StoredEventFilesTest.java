package io.contract.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The stored form is a contract. Each file under {@code events/} is an event as existing stores have it, and must be read and
 * written in the same way for ever. A new kind of event needs a file of its own. A changed form needs a new revision with its
 * own file, and the old file stays.
 */
class StoredEventFilesTest {

  private final EventSerializer serializer = new EventSerializer();

  @ParameterizedTest
  @EnumSource(FactKind.class)
  void everyKindOfEventIsReadAndWrittenAsItsFile(FactKind kind) throws IOException {
    Value.Tree stored = file(kind.type() + ".r" + FactKind.REVISION + ".json");

    Fact fact = FactKind.stored(kind.type(), FactKind.REVISION).read(stored);

    assertThat(FactKind.of(fact)).isEqualTo(kind);
    assertThat(JsonText.write(fact.write())).isEqualTo(JsonText.write(stored));
  }

  @Test
  void everyFactHasAKindOfItsOwn() throws IOException {
    Set<Class<?>> read = new HashSet<>();
    for (FactKind kind : FactKind.values()) {
      read.add(kind.read(file(kind.type() + ".r1.json")).getClass());
    }
    assertThat(read).hasSameSizeAs(FactKind.values()).isEqualTo(records(Fact.class).collect(Collectors.toSet()));
  }

  /** The records of a sealed family. */
  private static Stream<Class<?>> records(Class<?> family) {
    return family.isSealed()
        ? Arrays.stream(family.getPermittedSubclasses()).flatMap(StoredEventFilesTest::records)
        : Stream.of(family);
  }

  @ParameterizedTest
  @EnumSource(FactKind.class)
  void everyKindOfEventComesBackFromTheStore(FactKind kind) throws IOException {
    Value.Tree stored = file(kind.type() + ".r1.json");
    Fact fact = kind.read(stored);

    SerializedObject<byte[]> serialized = serializer.serialize(fact, byte[].class);

    assertThat(serialized.getType().getName()).isEqualTo(kind.type());
    assertThat(serialized.getType().getRevision()).isEqualTo("1");
    assertThat(serialized.getData()).isEqualTo(JsonText.writeUtf8(stored));
    assertThat(serializer.<byte[], Fact>deserialize(serialized)).isEqualTo(fact);
    assertThat(serializer.classForType(serialized.getType())).isEqualTo(Fact.class);
  }

  @Test
  void whatStandsBesideAnEventIsTextByName() {
    MetaData beside = MetaData.with("recordedBy", "ann").and("recordedAt", "2021-04-10T09:00:00Z");

    SerializedObject<byte[]> serialized = serializer.serialize(beside, byte[].class);

    assertThat(new String(serialized.getData(), StandardCharsets.UTF_8))
        .isEqualTo("{\"recordedAt\":\"2021-04-10T09:00:00Z\",\"recordedBy\":\"ann\"}");
    assertThat(serializer.<byte[], MetaData>deserialize(serialized)).isEqualTo(beside);
  }

  @Test
  void nothingElseIsStored() {
    assertThatThrownBy(() -> serializer.serialize("text", byte[].class)).isInstanceOf(SerializationException.class);
    assertThatThrownBy(() -> serializer.serialize(MetaData.with("attempts", 3), byte[].class))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("attempts");
  }

  @Test
  void anEventOfANewerLedgerIsNotGuessedAt() {
    assertThatThrownBy(() -> serializer.deserialize(stored("PaymentRecorded", "2")))
        .hasMessageContaining("PaymentRecorded")
        .hasMessageContaining("revision 2");
    assertThatThrownBy(() -> serializer.deserialize(stored("PaymentForgiven", "1")))
        .hasMessageContaining("PaymentForgiven");
  }

  private static SerializedObject<byte[]> stored(String type, String revision) {
    return new SimpleSerializedObject<>(JsonText.writeUtf8(Value.EMPTY), byte[].class, type, revision);
  }

  private static Value.Tree file(String name) throws IOException {
    try (InputStream file = StoredEventFilesTest.class.getResourceAsStream("/events/" + name)) {
      assertThat(file).as("a golden file src/test/resources/events/%s", name).isNotNull();
      return (Value.Tree) JsonText.read(file.readAllBytes());
    }
  }
}
