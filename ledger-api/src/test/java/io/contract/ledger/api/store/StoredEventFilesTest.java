package io.contract.ledger.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.fact.AgreementEvent;
import io.contract.ledger.fact.EventCodec;
import io.contract.ledger.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is stored is a contract: each file under {@code events/} is an event as stores out there have it, and must be read and
 * written the same for ever. A new kind of event needs a file of its own; a changed form needs a new revision and its file, and
 * the old file stays.
 */
class StoredEventFilesTest {

  private final EventSerializer serializer = new EventSerializer();

  /** Every kind of event there is. */
  static Stream<Class<?>> kinds() {
    return Arrays.stream(AgreementEvent.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindOfEventIsReadAndWrittenAsItsFile(Class<?> kind) throws IOException {
    Value.Tree stored = file(kind.getSimpleName() + ".r" + EventCodec.REVISION + ".json");

    AgreementEvent event = EventCodec.read(kind.getSimpleName(), EventCodec.REVISION, stored);

    assertThat(event).isInstanceOf(kind);
    assertThat(event.type()).isEqualTo(kind.getSimpleName());
    assertThat(JsonText.write(EventCodec.write(event))).isEqualTo(JsonText.write(stored));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindOfEventComesBackFromTheStore(Class<?> kind) throws IOException {
    Value.Tree stored = file(kind.getSimpleName() + ".r1.json");
    AgreementEvent event = EventCodec.read(kind.getSimpleName(), "1", stored);

    SerializedObject<byte[]> serialized = serializer.serialize(event, byte[].class);

    assertThat(serialized.getType().getName()).isEqualTo(event.type());
    assertThat(serialized.getType().getRevision()).isEqualTo("1");
    assertThat(serialized.getData()).isEqualTo(JsonText.writeUtf8(stored));
    assertThat(serializer.<byte[], AgreementEvent>deserialize(serialized)).isEqualTo(event);
    assertThat(serializer.classForType(serialized.getType())).isEqualTo(AgreementEvent.class);
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
