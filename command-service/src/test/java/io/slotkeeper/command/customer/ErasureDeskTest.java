package io.slotkeeper.command.customer;

import static io.slotkeeper.command.node.Refusals.outcomeOf;
import static io.slotkeeper.command.node.Samples.CUSTOMER;
import static io.slotkeeper.command.node.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.api.Sealed;
import io.slotkeeper.api.booking.BookingCommand.RejectBooking;
import io.slotkeeper.api.booking.BookingEvent.BookingRejected;
import io.slotkeeper.api.booking.BookingEvent.BookingRequested;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.customer.CustomerCommand;
import io.slotkeeper.api.customer.CustomerCommand.EraseCustomer;
import io.slotkeeper.api.customer.CustomerCommand.EraseCustomerOf;
import io.slotkeeper.api.customer.CustomerReceipt;
import io.slotkeeper.command.Commands;
import io.slotkeeper.command.booking.BookingHistory;
import io.slotkeeper.command.node.Node;
import io.slotkeeper.command.node.Samples;
import io.slotkeeper.command.node.Shop;
import io.slotkeeper.platform.privacy.CustomerKeys;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureDeskTest {
  private static final String KEYS = "SELECT customer_id FROM command.customer_key";

  @SuppressWarnings("NullAway.Init")
  private Node node;

  @SuppressWarnings("NullAway.Init")
  private Shop shop;

  @BeforeAll
  void start() {
    node = Node.start(TestPostgres.freshDatabase(), new SettableClock(NOW));
  }

  @AfterAll
  void stop() {
    node.close();
  }

  @BeforeEach
  void openAShop() {
    shop = Shop.open(node, Approval.MANUAL);
  }

  @Test
  void storesNothingThatCanBeReadWithoutTheKey() {
    var id = shop.book(shop.slot(0));

    assertThat(stored(id))
        .contains("customerName")
        .doesNotContain(CUSTOMER.name(), "34600000001", "By the window");
    assertThat(opened(requested(id).customerName())).isEqualTo(CUSTOMER.name());
    assertThat(opened(requested(id).customerPhone())).isEqualTo(CUSTOMER.phone().value());
  }

  @Test
  void erasesByTheNumberAtOneBusinessOnly() {
    var first = shop.book(shop.slot(0));
    var second = shop.book(shop.slot(30));
    var other = Shop.open(node, Approval.MANUAL);
    var elsewhere = other.book(other.slot(0));

    var receipt = send(new EraseCustomer(shop.businessId(), CUSTOMER.phone()));

    assertThat(receipt.customerId().value())
        .isIn(requested(first).customerId(), requested(second).customerId());
    assertThat(receipt.version()).isZero();
    for (var id : List.of(first, second)) {
      assertThat(node.eventNames(requested(id).customerId())).containsExactly("CustomerErased");
      assertThat(opened(requested(id).customerName())).isEqualTo(Sealed.ERASED);
      assertThat(node.bean(BookingHistory.class).standing(id).orElseThrow().customer()).isNull();
    }
    assertThat(opened(requested(elsewhere).customerName())).isEqualTo(CUSTOMER.name());
  }

  /** Anybody can book with anybody's number, and is given a token for it. */
  @Test
  void letsTheHolderOfATokenEraseWhatThatBookingSaysAlone() {
    var theirs = shop.book(shop.slot(0));
    var mine = shop.book(shop.slot(30));

    send(new EraseCustomerOf(mine));

    assertThat(opened(requested(mine).customerName())).isEqualTo(Sealed.ERASED);
    assertThat(opened(requested(theirs).customerName())).isEqualTo(CUSTOMER.name());
    assertThat(opened(requested(theirs).customerPhone())).isEqualTo(CUSTOMER.phone().value());
  }

  @Test
  void saysSoWhereNobodyHasThisNumber() {
    shop.book(shop.slot(0));
    var nobody = new EraseCustomer(shop.businessId(), new PhoneNumber("+34600000009"));
    var somebody = new EraseCustomer(shop.businessId(), CUSTOMER.phone());

    assertThat(outcomeOf(() -> send(nobody))).isEqualTo("not-found");
    send(somebody);
    assertThat(outcomeOf(() -> send(somebody))).isEqualTo("not-found");
  }

  @Test
  void answersARepeatOfTheCustomersCallAsTheFirst() {
    var id = shop.book(shop.slot(0));

    var first = send(new EraseCustomerOf(id));

    assertThat(send(new EraseCustomerOf(id))).isEqualTo(first);
    assertThat(node.eventNames(first.customerId())).containsExactly("CustomerErased");
    assertThat(outcomeOf(() -> send(new EraseCustomerOf(Samples.booking(999)))))
        .isEqualTo("not-found");
  }

  @Test
  void givesWhoeverBooksAgainANewKey() {
    var before = shop.book(shop.slot(0));
    var erased = send(new EraseCustomerOf(before)).customerId();

    var after = requested(shop.book(shop.slot(30)));

    assertThat(after.customerId()).isNotEqualTo(erased.value());
    assertThat(opened(after.customerName())).isEqualTo(CUSTOMER.name());
    assertThat(opened(requested(before).customerName())).isEqualTo(Sealed.ERASED);
  }

  @Test
  void keepsNoReasonForSomebodyWhoWasErased() {
    var kept = shop.book(shop.slot(0));
    var erased = shop.book(shop.slot(30));
    node.send(new RejectBooking(kept, "Full"));
    var reason = ((BookingRejected) node.events(kept).getLast()).reason();
    assertThat(reason).isNotNull();
    assertThat(stored(kept)).doesNotContain("Full");

    send(new EraseCustomerOf(erased));
    node.send(new RejectBooking(erased, "Full"));

    assertThat(((BookingRejected) node.events(erased).getLast()).reason()).isNull();
  }

  @Test
  void leavesEachBookingEitherErasedOrWithAKeyThatComesAfter() throws Exception {
    shop.book(shop.slot(0));
    List<Callable<String>> work =
        IntStream.range(1, 16)
            .<Callable<String>>mapToObj(
                n ->
                    () ->
                        n % 3 == 0
                            ? outcomeOf(
                                () -> send(new EraseCustomer(shop.businessId(), CUSTOMER.phone())))
                            : shop.book(shop.slot(30 * n)).value())
            .toList();

    var outcomes = atOnce(work);

    var current = node.column(KEYS + " WHERE business_id = '" + shop.businessId() + "'");
    for (var outcome : outcomes) {
      if (outcome.startsWith("bkg_")) {
        var booking = requested(new BookingId(outcome));
        boolean erased = node.eventNames(booking.customerId()).contains("CustomerErased");
        assertThat(opened(booking.customerName()))
            .isEqualTo(erased ? Sealed.ERASED : CUSTOMER.name());
        assertThat(erased).isEqualTo(!current.contains(booking.customerId()));
      }
    }
  }

  private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<T>();
      for (var future : threads.invokeAll(work)) {
        results.add(future.get());
      }
      return results;
    }
  }

  private CustomerReceipt send(CustomerCommand command) {
    return Node.asTest(() -> node.bean(Commands.class).send(command));
  }

  private BookingRequested requested(BookingId id) {
    return (BookingRequested) node.events(id).getFirst();
  }

  private String opened(Sealed text) {
    return node.bean(CustomerKeys.class).of(List.of(text)).open(text);
  }

  private String stored(BookingId id) {
    return String.join(
        "\n",
        node.column(
            "SELECT convert_from(payload, 'UTF8') FROM command.DomainEventEntry WHERE aggregateIdentifier = '"
                + id
                + "'"));
  }
}
