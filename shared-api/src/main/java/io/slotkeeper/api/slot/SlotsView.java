package io.slotkeeper.api.slot;

import java.time.ZoneId;
import java.util.List;

/**
 * The slots of some days.
 *
 * @param timeZone of the business
 * @param slots by start and resource
 */
public record SlotsView(ZoneId timeZone, List<SlotView> slots) {}
