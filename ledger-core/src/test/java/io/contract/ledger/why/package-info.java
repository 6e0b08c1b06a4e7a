/** What every explanation must keep to, for the tests of those who explain. */
@NullMarked
package io.contract.ledger.why;

import org.jspecify.annotations.NullMarked;
