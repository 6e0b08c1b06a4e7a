/**
 * The published description of the interface. It is an OpenAPI document made from the shapes that requests are checked against
 * and answers are written in. The calculators themselves compute its examples.
 */
@NullMarked
package io.contract.ledger.api.description;

import org.jspecify.annotations.NullMarked;
