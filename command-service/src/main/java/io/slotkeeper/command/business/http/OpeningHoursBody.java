package io.slotkeeper.command.business.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.slotkeeper.api.timetable.OpeningRange;
import io.slotkeeper.api.timetable.WeeklyHours;
import io.slotkeeper.platform.validation.AtMost;
import jakarta.validation.Valid;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hours of the ordinary week; a day that is absent or has no ranges is closed. */
record OpeningHoursBody(
    @JsonProperty("MONDAY") @AtMost(Hours.MOST) @Apart @Nullable List<@Valid RangeBody> monday,
    @JsonProperty("TUESDAY") @AtMost(Hours.MOST) @Apart @Nullable List<@Valid RangeBody> tuesday,
    @JsonProperty("WEDNESDAY") @AtMost(Hours.MOST) @Apart
        @Nullable List<@Valid RangeBody> wednesday,
    @JsonProperty("THURSDAY") @AtMost(Hours.MOST) @Apart @Nullable List<@Valid RangeBody> thursday,
    @JsonProperty("FRIDAY") @AtMost(Hours.MOST) @Apart @Nullable List<@Valid RangeBody> friday,
    @JsonProperty("SATURDAY") @AtMost(Hours.MOST) @Apart @Nullable List<@Valid RangeBody> saturday,
    @JsonProperty("SUNDAY") @AtMost(Hours.MOST) @Apart @Nullable List<@Valid RangeBody> sunday) {
  WeeklyHours hours() {
    var days = new EnumMap<DayOfWeek, List<OpeningRange>>(DayOfWeek.class);
    days.put(DayOfWeek.MONDAY, Hours.of(monday));
    days.put(DayOfWeek.TUESDAY, Hours.of(tuesday));
    days.put(DayOfWeek.WEDNESDAY, Hours.of(wednesday));
    days.put(DayOfWeek.THURSDAY, Hours.of(thursday));
    days.put(DayOfWeek.FRIDAY, Hours.of(friday));
    days.put(DayOfWeek.SATURDAY, Hours.of(saturday));
    days.put(DayOfWeek.SUNDAY, Hours.of(sunday));
    return new WeeklyHours(days);
  }
}
