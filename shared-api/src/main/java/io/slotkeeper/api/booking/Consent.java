package io.slotkeeper.api.booking;

import java.time.Instant;

/**
 * Proof that the customer agreed to be messaged.
 *
 * @param at when
 * @param words what was shown
 */
public record Consent(Instant at, String words) {}
