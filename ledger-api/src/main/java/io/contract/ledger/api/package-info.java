/** The server and the command line: everything around the core that deals with people, programs and disks. */
@NullMarked
package io.contract.ledger.api;

import org.jspecify.annotations.NullMarked;
