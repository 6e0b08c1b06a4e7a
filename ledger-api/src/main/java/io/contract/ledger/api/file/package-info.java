/** Agreement files over HTTP: loading one, loading the example at the start, and exporting an agreement as a file. */
@NullMarked
package io.contract.ledger.api.file;

import org.jspecify.annotations.NullMarked;
