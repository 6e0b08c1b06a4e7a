/** Why a figure is what it is: a tree from the figure down to events and clause attributes (domain page, section 8). */
@NullMarked
package io.contract.ledger.explain;

import org.jspecify.annotations.NullMarked;
