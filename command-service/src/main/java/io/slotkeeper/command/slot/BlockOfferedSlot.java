package io.slotkeeper.command.slot;

import io.slotkeeper.api.SlotId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * {@code BlockSlot} once the timetable has been asked.
 *
 * @param end when the slot ends
 */
record BlockOfferedSlot(@TargetAggregateIdentifier SlotId slotId, Instant end) {}
