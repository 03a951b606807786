package io.slotkeeper.api.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a business's bookings, by start.
 *
 * @param nextCursor opaque; given back, it continues after the last one; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BookingPage(List<BookingView> bookings, @Nullable String nextCursor) {}
