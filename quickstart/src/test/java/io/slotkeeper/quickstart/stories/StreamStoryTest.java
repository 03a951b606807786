package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.quickstart.stories.SlotStreamReader.Told;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Somebody listens, is cut off while bookings go on, and comes back. */
class StreamStoryTest {

  private static final int DAY = 6;
  private static final int CUTS = 3;
  private static final int CHANGES_HEARD = 8;
  private static final int CHANGES_MISSED = 8;

  private final Shop shop = Shop.open("MANUAL");
  private final Deque<String> free = new ArrayDeque<>(shop.freeSlots(DAY));
  private final Deque<Reservation> bookings = new ArrayDeque<>();
  private final List<String> changed = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();

  @Test
  void missesNothingAndHearsNothingTwice() {
    long last = heardFrom(SlotStreamReader.of(shop, Town.queries()), true);
    for (int cut = 0; cut < CUTS; cut++) {
      for (int change = 0; change < CHANGES_MISSED; change++) {
        change();
      }
      last = heardFrom(SlotStreamReader.after(last, shop, Town.queries()), false);
    }

    assertThat(told).extracting(Told::name).containsOnly("slot");
    assertThat(told).extracting(StreamStoryTest::slot).isEqualTo(changed);
    assertThat(told).extracting(Told::id).isSorted().doesNotHaveDuplicates();
  }

  /** Hears what was missed, then some changes at the moment when they happen. */
  private long heardFrom(SlotStreamReader reader, boolean isNew) {
    try (reader) {
      long id = isNew ? begin(reader) : -1;
      while (told.size() < changed.size()) {
        id = hear(reader);
      }
      for (int change = 0; change < CHANGES_HEARD; change++) {
        String status = change();
        id = hear(reader);
        assertThat(told.getLast().what().path("status").asString()).isEqualTo(status);
      }
      return id;
    }
  }

  private static long begin(SlotStreamReader reader) {
    Told ready = reader.next();
    assertThat(ready.name()).isEqualTo("ready");
    return ready.id();
  }

  /** What the stream tells can be seen at once by whoever asks. */
  private long hear(SlotStreamReader reader) {
    Told next = reader.next();
    told.add(next);
    assertThat(listed(slot(next))).isEqualTo(next.what().path("status").asString());
    assertThat(shop.status(slot(next))).isEqualTo(next.what().path("status").asString());
    return next.id();
  }

  /** Two bookings, and one is given up again. */
  private String change() {
    if (changed.size() % 3 == 2) {
      Reservation booking = bookings.removeFirst();
      booking.ownerDoes("cancel").expect(200);
      return changed(booking.slotId().toString(), "AVAILABLE");
    }
    bookings.add(shop.book(free.removeFirst()));
    return changed(bookings.getLast().slotId().toString(), "UNAVAILABLE");
  }

  private String changed(String slot, String status) {
    // Two changes that are read in one go would rightly be told as one.
    shop.awaitStatus(slot, status);
    changed.add(slot);
    return status;
  }

  private String listed(String slot) {
    LocalDate day = LocalDate.now(Town.clock().withZone(shop.zone())).plusDays(DAY);
    return shop.slots(Town.queries(), day, day, "")
        .collect(
            Collectors.toMap(
                each -> each.path("slotId").asString(), each -> each.path("status").asString()))
        .getOrDefault(slot, "");
  }

  private static String slot(Told told) {
    return told.what().path("slotId").asString();
  }
}
