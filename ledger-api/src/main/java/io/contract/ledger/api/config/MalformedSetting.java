package io.contract.ledger.api.config;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** A setting of the server that cannot be read, in words for whoever has set it. */
public final class MalformedSetting {

  private static final Map<Class<?>, String> HOW_TO_WRITE =
      Map.of(
          Duration.class, "a time such as 30s", DataSize.class, "a size such as 256MB",
          Long.class, "a whole number such as 20000", Integer.class, "a whole number such as 20000",
          Boolean.class, "true or false");

  private MalformedSetting() {}

  /**
   * What is wrong with it and how to write it, under the name by which it was set.
   *
   * <p>Example: {@code LEDGER_QUESTIONS_LONGEST cannot be 'abc'; write a time such as 30s.}
   */
  public static String says(BindException failure) {
    Throwable root = failure;
    BindException inner = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      root = cause;
      inner = cause instanceof BindException ofPart ? ofPart : inner;
    }
    Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(inner.getTarget().getType().resolve(Object.class));
    String form = HOW_TO_WRITE.get(type);
    ConfigurationProperty property = inner.getProperty();
    if (form == null || property == null) {
      String why = Objects.requireNonNullElse(root.getMessage(), root.toString());
      return why.startsWith(inner.getName().toString()) ? why : inner.getName() + " cannot be read: " + why;
    }
    return name(property) + " cannot be '" + property.getValue() + "'; write " + form + ".";
  }

  /** In the environment a setting is written otherwise than elsewhere. */
  private static String name(ConfigurationProperty property) {
    return property.getOrigin() instanceof PropertySourceOrigin set ? set.getPropertyName()
        : property.getName().toString();
  }
}
