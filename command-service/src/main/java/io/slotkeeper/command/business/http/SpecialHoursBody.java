package io.slotkeeper.command.business.http;

import io.slotkeeper.platform.validation.AtMost;
import io.slotkeeper.platform.validation.Required;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hours of one date.
 *
 * @param ranges when the business is open; none closes it on that date
 */
record SpecialHoursBody(
    @Required @AtMost(Hours.MOST) @Apart @Nullable List<@Valid RangeBody> ranges) {}
