package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class VisibilityTest {

  private static final Logger log = LoggerFactory.getLogger(VisibilityTest.class);
  private static final int BOOKINGS = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Wide enough for a machine that does other work too; polling alone would take a second. */
  private static final Duration SOON = Duration.ofMillis(400);

  @Test
  void showsABookingToReadersSoon() {
    Shop shop = Shop.open("AUTOMATIC");
    List<String> free =
        List.of(shop.freeSlots(3), shop.freeSlots(4)).stream().flatMap(List::stream).toList();

    List<Duration> delays =
        free.stream().limit(BOOKINGS).map(slot -> delay(shop, slot)).sorted().toList();

    Duration median = delays.get(BOOKINGS / 2);
    log.warn(
        "A booking can be read after {} ms, at worst {} ms",
        median.toMillis(),
        delays.getLast().toMillis());
    assertThat(median).isLessThan(SOON);
  }

  private static Duration delay(Shop shop, String slot) {
    shop.book(slot);
    long booked = System.nanoTime();
    while (shop.status(slot).equals("AVAILABLE")) {
      assertThat(Duration.ofNanos(System.nanoTime() - booked)).isLessThan(PATIENCE);
    }
    return Duration.ofNanos(System.nanoTime() - booked);
  }
}
