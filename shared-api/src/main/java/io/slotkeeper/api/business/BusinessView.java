package io.slotkeeper.api.business;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.timetable.Closure;
import io.slotkeeper.api.timetable.OpeningRange;
import io.slotkeeper.api.timetable.Resource;
import io.slotkeeper.api.timetable.WeeklyHours;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A business as the world sees it.
 *
 * @param whatsappNumber E.164; present for its owner only
 * @param version of the business that this shows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BusinessView(
    BusinessId businessId,
    BusinessStatus status,
    String name,
    ZoneId timeZone,
    String locale,
    @Nullable String whatsappNumber,
    List<Resource> resources,
    WeeklyHours openingHours,
    Map<LocalDate, List<OpeningRange>> specialHours,
    List<Closure> closures,
    BookingPolicy policy,
    String consentWords,
    long version) {

  /** The same without what only the owner may see. */
  public BusinessView withoutPrivateParts() {
    return new BusinessView(
        businessId,
        status,
        name,
        timeZone,
        locale,
        null,
        resources,
        openingHours,
        specialHours,
        closures,
        policy,
        consentWords,
        version);
  }
}
