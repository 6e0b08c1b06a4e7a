/** The server: everything around the core that talks to people, programs and disks. */
@NullMarked
package io.contract.ledger.api;

import org.jspecify.annotations.NullMarked;
