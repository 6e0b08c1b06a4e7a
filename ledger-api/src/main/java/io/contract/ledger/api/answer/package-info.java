/**
 * Answers as value trees, each with the shape that the interface description publishes. The server, the command line and the
 * expectations of agreement files all show results through this package, so that a figure has one name and one form everywhere.
 */
@NullMarked
package io.contract.ledger.api.answer;

import org.jspecify.annotations.NullMarked;
