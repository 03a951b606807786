package io.slotkeeper.command.saga;

import java.time.Instant;

/**
 * What the end of an approval window carries: Axon finds the handler of a deadline by its payload.
 *
 * @param slotId that the booking waits for
 * @param until when the window ends
 */
record ApprovalDue(String slotId, Instant until) {}
