/**
 * The command line: the commands of {@code ledger.jar}, their requests to the server, and the launcher that checks the Java
 * version.
 */
@NullMarked
package io.contract.ledger.api.cli;

import org.jspecify.annotations.NullMarked;
