package io.contract.ledger.api.http;

import io.contract.ledger.fact.FactKind;
import io.contract.ledger.value.Code;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares what an operation records. The {@link PostedFact} is read and checked by it, and the description is made from it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Records {

  FactKind value();

  /** The field that the request's path gives and the body must not; empty when the body has every field. */
  String inPath() default "";

  /** The refusal that means that the path names something that does not exist. */
  Code absent() default Code.UNKNOWN_AGREEMENT;
}
