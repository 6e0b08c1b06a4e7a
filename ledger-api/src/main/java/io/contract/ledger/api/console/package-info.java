/** Pages for people with a browser: the agreements with questions to ask of them, and what each error means. */
@NullMarked
package io.contract.ledger.api.console;

import org.jspecify.annotations.NullMarked;
