/** What commands write: answers as text in tables, and the terminal that they go to. */
@NullMarked
package io.contract.ledger.api.cli.text;

import org.jspecify.annotations.NullMarked;
