/** Days as contracts count them: spans, reporting periods, due dates and holiday calendars. */
@NullMarked
package io.contract.ledger.calendar;

import org.jspecify.annotations.NullMarked;
