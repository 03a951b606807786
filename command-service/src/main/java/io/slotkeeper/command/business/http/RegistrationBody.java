package io.slotkeeper.command.business.http;

import static io.slotkeeper.platform.validation.Texts.stripped;
import static java.util.Objects.requireNonNull;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.Ids;
import io.slotkeeper.api.business.BookingPolicy;
import io.slotkeeper.api.business.BusinessCommand.RegisterBusiness;
import io.slotkeeper.api.timetable.Resource;
import io.slotkeeper.api.timetable.WeeklyHours;
import io.slotkeeper.platform.validation.AtMost;
import io.slotkeeper.platform.validation.LanguageTag;
import io.slotkeeper.platform.validation.Phone;
import io.slotkeeper.platform.validation.PhoneNumbers;
import io.slotkeeper.platform.validation.Required;
import io.slotkeeper.platform.validation.Text;
import io.slotkeeper.platform.validation.Zone;
import jakarta.validation.Valid;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A new business.
 *
 * @param locale of its messages; English unless given
 * @param resources what can be booked; one with the name of the business unless given
 * @param openingHours of the ordinary week; always closed unless given
 * @param policy how it takes bookings; the defaults unless given
 */
record RegistrationBody(
    @Required @Text(max = 120) @Nullable String name,
    @Required @Zone @Nullable String timeZone,
    @Required @Phone @Nullable String whatsappNumber,
    @LanguageTag @Nullable String locale,
    @AtMost(200) @Nullable List<@Valid ResourceBody> resources,
    @Valid @Nullable OpeningHoursBody openingHours,
    @Valid @Nullable PolicyBody policy) {
  RegistrationBody {
    name = stripped(name);
  }

  RegisterBusiness command(BusinessId businessId, Ids ids, String apiKeyHash) {
    return new RegisterBusiness(
        businessId,
        requireNonNull(name),
        ZoneId.of(requireNonNull(timeZone)),
        PhoneNumbers.parse(requireNonNull(whatsappNumber)).orElseThrow(),
        locale == null ? Locale.ENGLISH : Locale.forLanguageTag(locale),
        resourceNames().stream()
            .map(each -> new Resource(ids.newResourceId(), each, false))
            .toList(),
        openingHours == null ? WeeklyHours.NONE : openingHours.hours(),
        policy == null ? BookingPolicy.DEFAULT : policy.policy(),
        apiKeyHash);
  }

  private List<String> resourceNames() {
    return resources == null || resources.isEmpty()
        ? List.of(requireNonNull(name))
        : resources.stream().map(ResourceBody::checkedName).toList();
  }

  @Override
  public String toString() {
    return "RegistrationBody[…]";
  }
}
