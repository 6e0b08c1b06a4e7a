package io.contract.ledger.api.http;

import io.contract.ledger.fact.FactKind;
import io.contract.ledger.value.Code;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what an operation records; its {@link PostedFact} is read and checked by that, and the description is made of it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Records {

  FactKind value();

  /** The field that the request's path says, so that the body must not; empty when the body says all. */
  String inPath() default "";

  /** The refusal that means that the path names something that is not there. */
  Code absent() default Code.UNKNOWN_AGREEMENT;
}
