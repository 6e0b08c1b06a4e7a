/** Pages for people with a browser: the agreements with questions to try, and an explanation of each error. */
@NullMarked
package io.contract.ledger.api.console;

import org.jspecify.annotations.NullMarked;
