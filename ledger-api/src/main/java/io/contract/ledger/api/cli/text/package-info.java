/** The output of commands: answers as tables, and the terminal that they are written to. */
@NullMarked
package io.contract.ledger.api.cli.text;

import org.jspecify.annotations.NullMarked;
