/**
 * The published description of the interface: an OpenAPI document made of the shapes that requests are checked against and
 * answers are written in, with examples that the calculators themselves computed.
 */
@NullMarked
package io.contract.ledger.api.description;

import org.jspecify.annotations.NullMarked;
