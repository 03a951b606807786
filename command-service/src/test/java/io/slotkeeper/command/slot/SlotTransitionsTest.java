package io.slotkeeper.command.slot;

import static io.slotkeeper.command.node.Refusals.refusedAs;
import static io.slotkeeper.command.node.Samples.BOOKING;
import static io.slotkeeper.command.node.Samples.NOW;
import static io.slotkeeper.command.node.Samples.SLOT;
import static io.slotkeeper.command.node.Samples.SLOT_ID;
import static io.slotkeeper.command.node.Samples.booking;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.slot.ReleaseReason;
import io.slotkeeper.api.slot.SlotCommand.BookSlot;
import io.slotkeeper.api.slot.SlotCommand.ReleaseSlot;
import io.slotkeeper.api.slot.SlotCommand.ReserveSlot;
import io.slotkeeper.api.slot.SlotCommand.UnblockSlot;
import io.slotkeeper.api.slot.SlotEvent;
import io.slotkeeper.api.slot.SlotEvent.SlotBlocked;
import io.slotkeeper.api.slot.SlotEvent.SlotBooked;
import io.slotkeeper.api.slot.SlotEvent.SlotReleased;
import io.slotkeeper.api.slot.SlotEvent.SlotReserved;
import io.slotkeeper.api.slot.SlotEvent.SlotUnblocked;
import io.slotkeeper.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every state of a slot, and every command in it. */
class SlotTransitionsTest {

  private static final Instant UNTIL = NOW.plus(Duration.ofHours(2));
  private static final BookingId OTHER = booking(2);

  enum Given {
    UNTOUCHED,
    RESERVED,
    LAPSED,
    BOOKED,
    RELEASED,
    BLOCKED,
    UNBLOCKED
  }

  enum When {
    RESERVE,
    BOOK,
    BOOK_FOR_ANOTHER,
    RELEASE,
    RELEASE_FOR_ANOTHER,
    EXPIRE,
    EXPIRE_FOR_ANOTHER,
    BLOCK,
    UNBLOCK
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UNTOUCHED | RESERVE             | SlotReserved
          UNTOUCHED | BOOK                | illegal-transition OnlyReservedSlotCanBeBooked from AVAILABLE
          UNTOUCHED | BOOK_FOR_ANOTHER    | illegal-transition OnlyReservedSlotCanBeBooked from AVAILABLE
          UNTOUCHED | RELEASE             | illegal-transition OnlyHeldSlotCanBeReleased from AVAILABLE
          UNTOUCHED | RELEASE_FOR_ANOTHER | illegal-transition OnlyHeldSlotCanBeReleased from AVAILABLE
          UNTOUCHED | EXPIRE              | illegal-transition OnlyHeldSlotCanBeReleased from AVAILABLE
          UNTOUCHED | EXPIRE_FOR_ANOTHER  | illegal-transition OnlyHeldSlotCanBeReleased from AVAILABLE
          UNTOUCHED | BLOCK               | SlotBlocked
          UNTOUCHED | UNBLOCK             | illegal-transition OnlyBlockedSlotCanBeUnblocked from AVAILABLE
          RESERVED  | RESERVE             | slot-taken
          RESERVED  | BOOK                | SlotBooked
          RESERVED  | BOOK_FOR_ANOTHER    | illegal-transition SlotIsHeldByAnotherBooking from RESERVED
          RESERVED  | RELEASE             | SlotReleased
          RESERVED  | RELEASE_FOR_ANOTHER | illegal-transition SlotIsHeldByAnotherBooking from RESERVED
          RESERVED  | EXPIRE              | illegal-transition ReservationMustHaveLapsed from RESERVED
          RESERVED  | EXPIRE_FOR_ANOTHER  | illegal-transition SlotIsHeldByAnotherBooking from RESERVED
          RESERVED  | BLOCK               | slot-taken
          RESERVED  | UNBLOCK             | illegal-transition OnlyBlockedSlotCanBeUnblocked from RESERVED
          LAPSED    | RESERVE             | SlotReleased SlotReserved
          LAPSED    | BOOK                | illegal-transition OnlyReservedSlotCanBeBooked from AVAILABLE
          LAPSED    | BOOK_FOR_ANOTHER    | illegal-transition OnlyReservedSlotCanBeBooked from AVAILABLE
          LAPSED    | RELEASE             | illegal-transition OnlyHeldSlotCanBeReleased from AVAILABLE
          LAPSED    | RELEASE_FOR_ANOTHER | illegal-transition OnlyHeldSlotCanBeReleased from AVAILABLE
          LAPSED    | EXPIRE              | SlotReleased
          LAPSED    | EXPIRE_FOR_ANOTHER  | illegal-transition SlotIsHeldByAnotherBooking from RESERVED
          LAPSED    | BLOCK               | SlotReleased SlotBlocked
          LAPSED    | UNBLOCK             | illegal-transition OnlyBlockedSlotCanBeUnblocked from AVAILABLE
          BOOKED    | RESERVE             | slot-taken
          BOOKED    | BOOK                | illegal-transition OnlyReservedSlotCanBeBooked from BOOKED
          BOOKED    | BOOK_FOR_ANOTHER    | illegal-transition OnlyReservedSlotCanBeBooked from BOOKED
          BOOKED    | RELEASE             | SlotReleased
          BOOKED    | RELEASE_FOR_ANOTHER | illegal-transition SlotIsHeldByAnotherBooking from BOOKED
          BOOKED    | EXPIRE              | illegal-transition ReservationMustHaveLapsed from BOOKED
          BOOKED    | EXPIRE_FOR_ANOTHER  | illegal-transition SlotIsHeldByAnotherBooking from BOOKED
          BOOKED    | BLOCK               | slot-taken
          BOOKED    | UNBLOCK             | illegal-transition OnlyBlockedSlotCanBeUnblocked from BOOKED
          RELEASED  | RESERVE             | SlotReserved
          RELEASED  | BOOK                | illegal-transition OnlyReservedSlotCanBeBooked from AVAILABLE
          RELEASED  | BOOK_FOR_ANOTHER    | illegal-transition OnlyReservedSlotCanBeBooked from AVAILABLE
          RELEASED  | RELEASE             | illegal-transition OnlyHeldSlotCanBeReleased from AVAILABLE
          RELEASED  | RELEASE_FOR_ANOTHER | illegal-transition OnlyHeldSlotCanBeReleased from AVAILABLE
          RELEASED  | EXPIRE              | illegal-transition OnlyHeldSlotCanBeReleased from AVAILABLE
          RELEASED  | EXPIRE_FOR_ANOTHER  | illegal-transition OnlyHeldSlotCanBeReleased from AVAILABLE
          RELEASED  | BLOCK               | SlotBlocked
          RELEASED  | UNBLOCK             | illegal-transition OnlyBlockedSlotCanBeUnblocked from AVAILABLE
          BLOCKED   | RESERVE             | slot-taken
          BLOCKED   | BOOK                | illegal-transition OnlyReservedSlotCanBeBooked from BLOCKED
          BLOCKED   | BOOK_FOR_ANOTHER    | illegal-transition OnlyReservedSlotCanBeBooked from BLOCKED
          BLOCKED   | RELEASE             | illegal-transition OnlyHeldSlotCanBeReleased from BLOCKED
          BLOCKED   | RELEASE_FOR_ANOTHER | illegal-transition OnlyHeldSlotCanBeReleased from BLOCKED
          BLOCKED   | EXPIRE              | illegal-transition OnlyHeldSlotCanBeReleased from BLOCKED
          BLOCKED   | EXPIRE_FOR_ANOTHER  | illegal-transition OnlyHeldSlotCanBeReleased from BLOCKED
          BLOCKED   | BLOCK               | illegal-transition OnlyFreeSlotCanBeBlocked from BLOCKED
          BLOCKED   | UNBLOCK             | SlotUnblocked
          UNBLOCKED | RESERVE             | SlotReserved
          UNBLOCKED | BOOK                | illegal-transition OnlyReservedSlotCanBeBooked from AVAILABLE
          UNBLOCKED | BOOK_FOR_ANOTHER    | illegal-transition OnlyReservedSlotCanBeBooked from AVAILABLE
          UNBLOCKED | RELEASE             | illegal-transition OnlyHeldSlotCanBeReleased from AVAILABLE
          UNBLOCKED | RELEASE_FOR_ANOTHER | illegal-transition OnlyHeldSlotCanBeReleased from AVAILABLE
          UNBLOCKED | EXPIRE              | illegal-transition OnlyHeldSlotCanBeReleased from AVAILABLE
          UNBLOCKED | EXPIRE_FOR_ANOTHER  | illegal-transition OnlyHeldSlotCanBeReleased from AVAILABLE
          UNBLOCKED | BLOCK               | SlotBlocked
          UNBLOCKED | UNBLOCK             | illegal-transition OnlyBlockedSlotCanBeUnblocked from AVAILABLE
          """)
  void doesOrRefuses(Given given, When when, String outcome) {
    var fixture =
        new AggregateTestFixture<>(Slot.class)
            .registerInjectableResource(
                new SettableClock(given == Given.LAPSED ? UNTIL : UNTIL.minusMillis(1)));
    var result = fixture.given(history(given)).when(command(when));
    if (outcome.startsWith("Slot")) {
      result.expectSuccessfulHandlerExecution().expectEvents(events(given, outcome).toArray());
    } else {
      result.expectException(refusedAs(outcome)).expectNoEvents();
    }
  }

  private static List<SlotEvent> history(Given given) {
    return switch (given) {
      case UNTOUCHED -> List.of();
      case RESERVED, LAPSED -> List.of(reserved(BOOKING));
      case BOOKED -> List.of(reserved(BOOKING), booked());
      case RELEASED -> List.of(reserved(BOOKING), released("CANCELLED"));
      case BLOCKED -> List.of(blocked());
      case UNBLOCKED -> List.of(blocked(), new SlotUnblocked(SLOT_ID.toString()));
    };
  }

  private static Object command(When when) {
    return switch (when) {
      case RESERVE -> new ReserveSlot(SLOT_ID, SLOT.end(), OTHER, UNTIL);
      case BOOK -> new BookSlot(SLOT_ID, BOOKING);
      case BOOK_FOR_ANOTHER -> new BookSlot(SLOT_ID, OTHER);
      case RELEASE -> new ReleaseSlot(SLOT_ID, BOOKING, ReleaseReason.CANCELLED);
      case RELEASE_FOR_ANOTHER -> new ReleaseSlot(SLOT_ID, OTHER, ReleaseReason.CANCELLED);
      case EXPIRE -> new ReleaseSlot(SLOT_ID, BOOKING, ReleaseReason.EXPIRED);
      case EXPIRE_FOR_ANOTHER -> new ReleaseSlot(SLOT_ID, OTHER, ReleaseReason.EXPIRED);
      case BLOCK -> new BlockOfferedSlot(SLOT_ID, SLOT.end());
      case UNBLOCK -> new UnblockSlot(SLOT_ID);
    };
  }

  private static List<SlotEvent> events(Given given, String names) {
    var events = new ArrayList<SlotEvent>();
    for (var name : names.split(" ", -1)) {
      events.add(
          switch (name) {
            case "SlotReserved" -> reserved(OTHER);
            case "SlotBooked" -> booked();
            case "SlotReleased" -> released(given == Given.LAPSED ? "EXPIRED" : "CANCELLED");
            case "SlotBlocked" -> blocked();
            case "SlotUnblocked" -> new SlotUnblocked(SLOT_ID.toString());
            default -> throw new IllegalArgumentException(name);
          });
    }
    return events;
  }

  private static SlotReserved reserved(BookingId bookingId) {
    return new SlotReserved(
        SLOT_ID.toString(),
        SLOT_ID.businessId().value(),
        SLOT_ID.resourceId().value(),
        SLOT.start(),
        SLOT.end(),
        bookingId.value(),
        UNTIL);
  }

  private static SlotBooked booked() {
    return new SlotBooked(SLOT_ID.toString(), BOOKING.value());
  }

  private static SlotReleased released(String reason) {
    return new SlotReleased(SLOT_ID.toString(), BOOKING.value(), reason);
  }

  private static SlotBlocked blocked() {
    return new SlotBlocked(
        SLOT_ID.toString(),
        SLOT_ID.businessId().value(),
        SLOT_ID.resourceId().value(),
        SLOT.start(),
        SLOT.end());
  }
}
