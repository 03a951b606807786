package io.slotkeeper.command.node;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ClosureId;
import io.slotkeeper.api.CustomerId;
import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.Sealed;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingCommand.RequestBooking;
import io.slotkeeper.api.booking.Consent;
import io.slotkeeper.api.booking.Customer;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.business.BookingPolicy;
import io.slotkeeper.api.business.BusinessCommand.RegisterBusiness;
import io.slotkeeper.api.timetable.OfferedSlot;
import io.slotkeeper.api.timetable.OpeningRange;
import io.slotkeeper.api.timetable.Resource;
import io.slotkeeper.api.timetable.WeeklyHours;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A business that is open at all hours in UTC, with slots of half an hour, and its customers. */
public final class Samples {

  /** A Monday. */
  public static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

  /** When the sample slot starts. */
  public static final Instant START = Instant.parse("2026-06-02T10:00:00Z");

  public static final Duration LENGTH = Duration.ofMinutes(30);
  public static final Duration WINDOW = Duration.ofHours(2);
  public static final Duration CUT_OFF = Duration.ofHours(2);

  public static final BusinessId BUSINESS = business(1);
  public static final ResourceId CHAIR = resource(1);
  public static final BookingId BOOKING = booking(1);
  public static final ClosureId CLOSURE = new ClosureId("cls_" + body(1));
  public static final OfferedSlot SLOT = slot(START);
  public static final SlotId SLOT_ID = SLOT.slotId();
  public static final Customer CUSTOMER =
      new Customer("Test Customer", new PhoneNumber("+34600000001"));
  public static final CustomerId CUSTOMER_ID = new CustomerId("cus_" + body(1));
  public static final Consent CONSENT = new Consent(NOW, "I agree.");
  public static final String KEY_HASH = "0".repeat(64);

  private Samples() {}

  /** Stands for a sealed text where nobody opens it. */
  public static Sealed sealed(String text) {
    return Sealed.of(CUSTOMER_ID, HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
  }

  public static BusinessId business(int number) {
    return new BusinessId("biz_" + body(number));
  }

  public static ResourceId resource(int number) {
    return new ResourceId("res_" + body(number));
  }

  public static BookingId booking(int number) {
    return new BookingId("bkg_" + body(number));
  }

  public static OfferedSlot slot(Instant start) {
    return slot(BUSINESS, CHAIR, start, LENGTH);
  }

  public static OfferedSlot slot(
      BusinessId businessId, ResourceId resourceId, Instant start, Duration length) {
    return new OfferedSlot(new SlotId(businessId, resourceId, start), start.plus(length));
  }

  public static BookingPolicy policy(Approval approval) {
    return policy(approval, LENGTH);
  }

  public static BookingPolicy policy(Approval approval, Duration slotLength) {
    return new BookingPolicy(
        slotLength, approval, WINDOW, Duration.ZERO, 30, CUT_OFF, List.of(Duration.ofHours(24)));
  }

  public static WeeklyHours always() {
    return new WeeklyHours(
        Arrays.stream(DayOfWeek.values())
            .collect(
                Collectors.toMap(
                    Function.identity(), day -> List.of(new OpeningRange("00:00", "24:00")))));
  }

  /** A business with its resources 1 to a number. */
  public static RegisterBusiness register(BusinessId businessId, int resources, Approval approval) {
    return register(
        businessId,
        IntStream.rangeClosed(1, resources).mapToObj(Samples::resource).toList(),
        policy(approval));
  }

  public static RegisterBusiness register(
      BusinessId businessId, List<ResourceId> resourceIds, BookingPolicy policy) {
    var resources =
        IntStream.rangeClosed(1, resourceIds.size())
            .mapToObj(number -> new Resource(resourceIds.get(number - 1), "Chair " + number, false))
            .toList();
    return new RegisterBusiness(
        businessId,
        "Test Salon",
        ZoneId.of("Etc/UTC"),
        new PhoneNumber("+34600000000"),
        Locale.ENGLISH,
        resources,
        always(),
        policy,
        KEY_HASH);
  }

  public static RequestBooking request(BookingId bookingId, SlotId slotId) {
    return new RequestBooking(bookingId, slotId, CUSTOMER, "By the window", CONSENT.at());
  }

  private static String body(int number) {
    return "0%025d".formatted(number);
  }
}
