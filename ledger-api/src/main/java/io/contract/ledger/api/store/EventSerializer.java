package io.contract.ledger.api.store;

import io.contract.ledger.api.json.JsonText;
import io.contract.ledger.fact.Fact;
import io.contract.ledger.fact.FactKind;
import io.contract.ledger.value.TreeBuilder;
import io.contract.ledger.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * Writes facts and the metadata of events as JSON, under stable type names ({@link FactKind#type()}). No class name is ever
 * stored, so that classes may be renamed.
 *
 * <p>Axon knows every stored event by the type {@link Fact} only. Handlers take that type and switch over it.
 */
public final class EventSerializer implements Serializer {

  private final Converter converter = new ChainingConverter();

  @Override
  public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
    byte[] json = JsonText.writeUtf8(tree(object));
    T data = converter.convert(json, byte[].class, representation);
    return new SimpleSerializedObject<>(data, representation, typeOf(object));
  }

  private static Value.Tree tree(@Nullable Object object) {
    return switch (object) {
      case Fact fact -> fact.write();
      case MetaData metaData -> tree(metaData);
      case null, default -> throw notStored(object);
    };
  }

  private static SerializedType typeOf(@Nullable Object object) {
    return switch (object) {
      case Fact fact -> new SimpleSerializedType(FactKind.of(fact).type(), FactKind.REVISION);
      case MetaData _ -> new SimpleSerializedType(MetaData.class.getName(), null);
      case null, default -> throw notStored(object);
    };
  }

  private static Value.Tree tree(MetaData metaData) {
    TreeBuilder tree = new TreeBuilder();
    // Sorted by name, so that the same metadata always gives the same text.
    new TreeMap<>(metaData)
        .forEach(
            (name, value) -> {
              if (!(value instanceof String text)) {
                throw new SerializationException("metadata '" + name + "' was expected to be text, found " + value);
              }
              tree.put(name, text);
            });
    return tree.build();
  }

  @Override
  public <T> boolean canSerializeTo(Class<T> representation) {
    return converter.canConvert(byte[].class, representation);
  }

  // Axon lets the caller choose the type to assign to; the serialized type decides what is returned.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  @Override
  public <S, T> T deserialize(SerializedObject<S> serialized) {
    byte[] json = converter.convert(serialized.getData(), serialized.getContentType(), byte[].class);
    if (!(JsonText.read(json) instanceof Value.Tree tree)) {
      throw new SerializationException("a stored " + serialized.getType().getName() + " was expected to be an object");
    }
    return (T) read(serialized.getType(), tree);
  }

  private static Object read(SerializedType type, Value.Tree tree) {
    if (type.getName().equals(MetaData.class.getName())) {
      return metaData(tree);
    }
    String revision = type.getRevision();
    if (revision == null) {
      throw new SerializationException("a stored " + type.getName() + " was expected to have a revision");
    }
    return FactKind.stored(type.getName(), revision).read(tree);
  }

  private static MetaData metaData(Value.Tree tree) {
    Map<String, Object> entries = new LinkedHashMap<>();
    tree.entries()
        .forEach(
            (name, value) -> {
              if (!(value instanceof Value.Text text)) {
                throw new SerializationException("metadata '" + name + "' was expected to be text, found " + value);
              }
              entries.put(name, text.text());
            });
    return MetaData.from(entries);
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    if (SimpleSerializedType.emptyType().equals(type)) {
      return Void.class;
    }
    return type.getName().equals(MetaData.class.getName()) ? MetaData.class : Fact.class;
  }

  /**
   * Only an event has a stored type; a class has none.
   *
   * @throws SerializationException always
   */
  @SuppressWarnings("rawtypes") // as Axon declares it
  @Override
  public SerializedType typeForClass(@Nullable Class type) {
    throw new SerializationException("the stored type is that of an event, not of " + type);
  }

  @Override
  public Converter getConverter() {
    return converter;
  }

  private static SerializationException notStored(@Nullable Object object) {
    return new SerializationException("only facts and their metadata are stored, found " + object);
  }
}
