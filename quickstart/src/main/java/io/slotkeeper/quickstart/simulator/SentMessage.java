package io.slotkeeper.quickstart.simulator;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that was accepted, be it that the answer to it was lost.
 *
 * @param to the phone, with its plus and digits only
 * @param callbackData what the sender wants to get back in each status
 * @param text as the phone shows it
 */
public record SentMessage(
    String to, Optional<String> callbackData, Instant at, String messageId, String text) {}
