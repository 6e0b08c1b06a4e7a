package io.contract.ledger.fact;

import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Shape;
import java.util.List;
import java.util.function.Function;

/**
 * The form of one kind of fact.
 *
 * @param facts the type of the facts
 * @param shape their fields, the same in requests, agreement files and stored events
 * @param reader makes the fact from fields that fit the shape
 * @param refusals why such a fact may be refused, in order of precedence; that there is no such agreement is not among them
 */
record FactForm<F extends Fact>(Class<F> facts, Shape shape, Function<Fields, F> reader, List<Code> refusals) {}
