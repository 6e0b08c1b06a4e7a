package io.contract.ledger.fact;

import io.contract.ledger.value.Code;
import io.contract.ledger.value.Fields;
import io.contract.ledger.value.Shape;
import java.util.List;
import java.util.function.Function;

/**
 * What a kind of fact looks like from outside.
 *
 * @param facts the type of such facts
 * @param shape their fields, the same in requests, agreement files and stored events
 * @param reader makes the fact of fields that fit the shape
 * @param refusals why such a fact may be refused, in order of precedence, beside that there is no such agreement
 */
record FactForm<F extends Fact>(Class<F> facts, Shape shape, Function<Fields, F> reader, List<Code> refusals) {}
