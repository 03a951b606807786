package io.slotkeeper.api.timetable;

import io.slotkeeper.api.ResourceId;

/**
 * What is booked: a chair, a court, a person.
 *
 * @param resourceId names it
 * @param name what people call it
 * @param retired whether it offers no new slots; bookings that it has stay
 */
public record Resource(ResourceId resourceId, String name, boolean retired) {}
