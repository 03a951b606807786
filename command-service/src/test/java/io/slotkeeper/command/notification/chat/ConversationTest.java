package io.slotkeeper.command.notification.chat;

import static io.slotkeeper.api.booking.BookingStatus.CONFIRMED;
import static io.slotkeeper.api.booking.BookingStatus.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slotkeeper.api.Actor;
import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.api.booking.BookingCommand.ConfirmBooking;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.command.booking.BookingHistory;
import io.slotkeeper.command.node.Node;
import io.slotkeeper.command.node.Samples;
import io.slotkeeper.command.node.Shop;
import io.slotkeeper.command.notification.chat.Inbound.ButtonTap;
import io.slotkeeper.command.notification.chat.Inbound.TextMessage;
import io.slotkeeper.command.notification.chat.Reply.AlreadyDecided;
import io.slotkeeper.command.notification.chat.Reply.CancelOffer;
import io.slotkeeper.command.notification.chat.Reply.Cancelled;
import io.slotkeeper.command.notification.chat.Reply.Confirmed;
import io.slotkeeper.command.notification.chat.Reply.Help;
import io.slotkeeper.command.notification.chat.Reply.Lapsed;
import io.slotkeeper.command.notification.chat.Reply.NotForYou;
import io.slotkeeper.command.notification.chat.Reply.NothingToCancel;
import io.slotkeeper.command.notification.chat.Reply.Rejected;
import io.slotkeeper.command.notification.chat.Reply.Started;
import io.slotkeeper.command.notification.chat.Reply.Stopped;
import io.slotkeeper.command.notification.chat.Reply.TooLateToCancel;
import io.slotkeeper.command.notification.chat.Reply.UnknownButton;
import io.slotkeeper.command.notification.chat.Words.Word;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;

@SuppressWarnings("NullAway.Init")
class ConversationTest {
  private static final PhoneNumber OWNER = new PhoneNumber("+34600000000");
  private static final PhoneNumber CUSTOMER = Samples.CUSTOMER.phone();
  private static final PhoneNumber STRANGER = new PhoneNumber("+34699999999");
  private static final SettableClock CLOCK = new SettableClock(Samples.NOW);
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final List<Reply> REPLIES = new CopyOnWriteArrayList<>();
  private static final List<BookingId> BOOKINGS = new CopyOnWriteArrayList<>();
  private static final AtomicBoolean BROKEN = new AtomicBoolean();
  private static Node node;
  private Shop shop;

  @BeforeAll
  static void start() {
    node = Node.start(TestPostgres.freshDatabase(), CLOCK, ConversationTest::neighbours);
  }

  private static void neighbours(GenericApplicationContext context) {
    context.registerBean(
        ChatReplies.class,
        () ->
            (to, wamid, reply) -> {
              if (BROKEN.get()) {
                throw new IllegalStateException("broken by the test");
              }
              REPLIES.add(reply);
            },
        bean -> bean.setPrimary(true));
    context.registerBean(
        CustomerBookings.class,
        () -> customer -> List.copyOf(BOOKINGS),
        bean -> bean.setPrimary(true));
    context.registerBean(
        Words.class,
        () -> text -> Stream.of(Word.values()).filter(word -> word.name().equals(text)).findFirst(),
        bean -> bean.setPrimary(true));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @BeforeEach
  void open() {
    CLOCK.set(Samples.NOW);
    REPLIES.clear();
    BOOKINGS.clear();
    BROKEN.set(false);
    shop = Shop.open(node, Approval.MANUAL);
  }

  private static String newWamid() {
    return "wamid." + NUMBERS.incrementAndGet();
  }

  private static void hear(Inbound.FromPerson message) {
    Node.asTest(
        () -> {
          node.bean(Conversation.class).hear(message);
          return message;
        });
  }

  private static void tap(PhoneNumber from, String payload) {
    hear(new ButtonTap(newWamid(), from, CLOCK.instant(), payload, null));
  }

  private static void write(PhoneNumber from, Instant at, String text) {
    hear(new TextMessage(newWamid(), from, at, text));
  }

  private static String button(ButtonAction action, BookingId bookingId) {
    var standing = node.bean(BookingHistory.class).standing(bookingId).orElseThrow();
    var until = Optional.ofNullable(standing.until()).orElse(standing.start());
    var expiry = action == ButtonAction.CANCEL ? standing.start() : until;
    return node.bean(ButtonTokens.class).issue(action, bookingId, expiry);
  }

  private static PhoneNumber newPhone() {
    return new PhoneNumber("+3461%07d".formatted(NUMBERS.incrementAndGet()));
  }

  @Test
  void confirmsAndTellsWhenAtTheSecondTap() {
    var booking = shop.book(shop.slot(0));
    var yes = button(ButtonAction.APPROVE, booking);
    var no = button(ButtonAction.REJECT, booking);
    tap(OWNER, yes);
    CLOCK.advance(Duration.ofMinutes(1));
    tap(OWNER, yes);
    tap(OWNER, no);
    var before = new AlreadyDecided(booking, CONFIRMED, Samples.NOW);
    assertThat(REPLIES).hasSize(3).startsWith(new Confirmed(booking));
    assertThat(REPLIES.subList(1, 3))
        .allSatisfy(
            reply ->
                assertThat(reply)
                    .usingRecursiveComparison()
                    .ignoringFields("at")
                    .isEqualTo(before));
    assertThat(node.eventNames(booking)).containsExactly("BookingRequested", "BookingConfirmed");
  }

  @Test
  void rejects() {
    var booking = shop.book(shop.slot(0));
    tap(OWNER, button(ButtonAction.REJECT, booking));
    assertThat(REPLIES).containsExactly(new Rejected(booking));
    assertThat(node.eventNames(booking)).containsExactly("BookingRequested", "BookingRejected");
  }

  @Test
  void obeysOneOfTwoButtonsThatAreTappedAtOnce() {
    var booking = shop.book(shop.slot(0));
    var buttons =
        List.of(button(ButtonAction.APPROVE, booking), button(ButtonAction.REJECT, booking));
    CompletableFuture.allOf(
            buttons.stream()
                .map(button -> CompletableFuture.runAsync(() -> tap(OWNER, button)))
                .toArray(CompletableFuture[]::new))
        .join();
    assertThat(node.eventNames(booking)).hasSize(2);
    assertThat(REPLIES)
        .hasSize(2)
        .anyMatch(reply -> reply instanceof Confirmed || reply instanceof Rejected)
        .anyMatch(
            reply ->
                reply instanceof AlreadyDecided decided
                    && List.of(CONFIRMED, REJECTED).contains(decided.status()));
  }

  @Test
  void obeysNobodyElse() {
    var booking = shop.book(shop.slot(0));
    tap(CUSTOMER, button(ButtonAction.APPROVE, booking));
    tap(STRANGER, button(ButtonAction.REJECT, booking));
    tap(OWNER, button(ButtonAction.CANCEL, booking));
    tap(OWNER, "A." + booking.value());
    hear(
        new ButtonTap(
            newWamid(), null, CLOCK.instant(), button(ButtonAction.APPROVE, booking), null));
    assertThat(REPLIES)
        .containsExactly(new NotForYou(), new NotForYou(), new NotForYou(), new UnknownButton());
    assertThat(node.eventNames(booking)).containsExactly("BookingRequested");
  }

  @Test
  void obeysNothingTooLate() {
    var booking = shop.book(shop.slot(0));
    var yes = button(ButtonAction.APPROVE, booking);
    CLOCK.advance(Samples.WINDOW);
    tap(OWNER, yes);
    // Tapped in time, but delivered late.
    hear(new ButtonTap(newWamid(), OWNER, Samples.NOW, yes, null));
    assertThat(REPLIES).containsExactly(new Lapsed(booking), new Lapsed(booking));
    assertThat(node.eventNames(booking)).containsExactly("BookingRequested");
  }

  @Test
  void obeysNoButtonOfAnEarlierRound() {
    var booking = shop.book(shop.slot(0));
    var earlier = button(ButtonAction.APPROVE, booking);
    node.send(new ConfirmBooking(booking));
    CLOCK.advance(Duration.ofMinutes(1));
    shop.reschedule(booking, Actor.CUSTOMER, shop.slot(60));
    tap(OWNER, earlier);
    tap(OWNER, button(ButtonAction.APPROVE, booking));
    assertThat(REPLIES).containsExactly(new Lapsed(booking), new Confirmed(booking));
  }

  @Test
  void cancelsUntilTheCutOff() {
    var first = shop.book(shop.slot(0));
    var second = shop.book(shop.slot(30));
    node.send(new ConfirmBooking(first));
    node.send(new ConfirmBooking(second));
    tap(CUSTOMER, button(ButtonAction.CANCEL, first));
    tap(CUSTOMER, button(ButtonAction.CANCEL, first));
    CLOCK.set(Samples.START.plus(Duration.ofMinutes(30)).minus(Samples.CUT_OFF));
    tap(CUSTOMER, button(ButtonAction.CANCEL, second));
    assertThat(REPLIES).hasSize(3).startsWith(new Cancelled(first));
    assertThat(REPLIES.get(1)).isInstanceOf(AlreadyDecided.class);
    assertThat(REPLIES).endsWith(new TooLateToCancel(second));
    assertThat(node.eventNames(second)).doesNotContain("BookingCancelled");
  }

  @Test
  void offersTheSoonestBookingsToCancel() {
    write(CUSTOMER, CLOCK.instant(), "CANCEL");
    var bookings = Stream.of(90, 60, 30, 0).map(minutes -> shop.book(shop.slot(minutes))).toList();
    var gone = shop.book(shop.slot(-30));
    shop.cancel(gone, Actor.CUSTOMER);
    BOOKINGS.addAll(bookings);
    BOOKINGS.add(gone);
    write(CUSTOMER, CLOCK.instant(), "CANCEL");
    write(STRANGER, CLOCK.instant(), "CANCEL");
    assertThat(REPLIES)
        .containsExactly(
            new NothingToCancel(),
            new CancelOffer(List.of(bookings.get(3), bookings.get(2), bookings.get(1))),
            new NothingToCancel());
  }

  @Test
  void remembersTheLatestWordWhateverTheOrder() {
    var contacts = node.bean(Contacts.class);
    var person = newPhone();
    var now = CLOCK.instant();
    write(person, now.minusSeconds(10), "STOP");
    assertThat(contacts.isStopped(person)).isTrue();
    write(person, now, "START");
    write(person, now.minusSeconds(5), "STOP");
    assertThat(contacts.isStopped(person)).isFalse();
    write(person, now, "STOP");
    write(person, now, "START");
    write(person, now, "Anybody there?");
    assertThat(contacts.isStopped(person)).isTrue();
    assertThat(REPLIES).containsExactly(new Stopped(), new Started(), new Stopped());
  }

  @Test
  void keepsTheWindowOpenForADayAfterTheLatestMessage() {
    var contacts = node.bean(Contacts.class);
    var person = newPhone();
    assertThat(contacts.isWindowOpen(person)).isFalse();
    write(person, CLOCK.instant(), "Hello");
    write(person, CLOCK.instant().minus(Duration.ofDays(3)), "Earlier");
    CLOCK.advance(Duration.ofHours(24).minusSeconds(1));
    assertThat(contacts.isWindowOpen(person)).isTrue();
    CLOCK.advance(Duration.ofSeconds(1));
    assertThat(contacts.isWindowOpen(person)).isFalse();
  }

  @Test
  void helpsOnceADay() {
    var person = newPhone();
    write(person, CLOCK.instant(), "Hello");
    write(person, CLOCK.instant(), "Hello?");
    assertThat(REPLIES).containsExactly(new Help());
    CLOCK.advance(Duration.ofDays(1));
    write(person, CLOCK.instant(), "Hello again");
    assertThat(REPLIES).containsExactly(new Help(), new Help());
  }

  @Test
  void answersADuplicateOnce() {
    var booking = shop.book(shop.slot(0));
    var tap =
        new ButtonTap(
            newWamid(), OWNER, CLOCK.instant(), button(ButtonAction.APPROVE, booking), null);
    CompletableFuture.allOf(
            Stream.generate(() -> CompletableFuture.runAsync(() -> hear(tap)))
                .limit(4)
                .toArray(CompletableFuture[]::new))
        .join();
    hear(tap);
    assertThat(REPLIES).hasSize(1);
  }

  @Test
  void worksOnceForAMessageHoweverOftenItIsAsked() {
    var wamid = newWamid();
    var works = new AtomicInteger();
    CompletableFuture.allOf(
            Stream.generate(
                    () ->
                        CompletableFuture.runAsync(
                            () ->
                                node.bean(SeenMessages.class).once(wamid, works::incrementAndGet)))
                .limit(4)
                .toArray(CompletableFuture[]::new))
        .join();
    assertThat(works).hasValue(1);
  }

  @Test
  void answersOnceAfterACrashBetweenTheEffectAndTheAnswer() {
    var booking = shop.book(shop.slot(0));
    var tap =
        new ButtonTap(
            newWamid(), OWNER, CLOCK.instant(), button(ButtonAction.APPROVE, booking), null);
    BROKEN.set(true);
    assertThatThrownBy(() -> hear(tap)).isInstanceOf(IllegalStateException.class);
    BROKEN.set(false);
    hear(tap);
    hear(tap);
    assertThat(REPLIES).containsExactly(new Confirmed(booking));
    assertThat(node.eventNames(booking)).containsExactly("BookingRequested", "BookingConfirmed");
  }

  @Test
  void forgetsAnsweredMessagesAfterEightDays() {
    var seen = node.bean(SeenMessages.class);
    var wamid = newWamid();
    seen.once(wamid, () -> {});
    CLOCK.advance(Duration.ofDays(8));
    seen.forgetOld();
    assertThat(seen.isSeen(wamid)).isTrue();
    CLOCK.advance(Duration.ofSeconds(1));
    seen.forgetOld();
    assertThat(seen.isSeen(wamid)).isFalse();
  }

  @Test
  void storesNoNumber() {
    var phone = newPhone();
    write(phone, CLOCK.instant(), "Hello");
    assertThat(node.column("SELECT c::text FROM command.whatsapp_contact c"))
        .isNotEmpty()
        .noneMatch(row -> row.contains(phone.value().substring(1)));
  }
}
