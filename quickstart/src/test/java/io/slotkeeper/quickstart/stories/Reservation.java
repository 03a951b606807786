package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.SlotId;
import java.util.Map;

/** A booking of a story, with the customer's credential for it. */
record Reservation(Shop shop, String id, String manageToken, SlotId slotId) {

  String path() {
    return "/api/bookings/" + id;
  }

  Http customer() {
    return Town.commands().as(manageToken);
  }

  Http customerReads() {
    return Town.queries().as(manageToken);
  }

  Answer ownerDoes(String step) {
    return shop.owner().post(path() + "/" + step);
  }

  Answer customerDoes(String step, Map<String, ?> body) {
    return customer().post(path() + "/" + step, body);
  }

  /** Waits until customer and owner both read it so. */
  Answer awaitStatus(String status) {
    Shop.eventually(
        () -> shop.ownerReads().get(path()), answer -> answer.text("status").equals(status));
    Answer seen = customerReads().get(path()).expect(200);
    assertThat(seen.text("status")).isEqualTo(status);
    return seen;
  }
}
