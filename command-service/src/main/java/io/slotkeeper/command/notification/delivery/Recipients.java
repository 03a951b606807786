package io.slotkeeper.command.notification.delivery;

import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import io.slotkeeper.command.notification.text.Telling;
import io.slotkeeper.platform.privacy.CustomerKeys;
import io.slotkeeper.platform.privacy.KeyRing;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens notifications. A customer who was erased cannot be told anything. */
@Component
class Recipients {
  private final CustomerKeys keys;

  Recipients(CustomerKeys keys) {
    this.keys = keys;
  }

  /** To be sent now; an owner is told of the booking of somebody who was erased, without a name. */
  Optional<Opened> open(NotificationQueued queued) {
    var ring = keys.of(List.of(queued.customerName()));
    var to = phone(queued, ring);
    return to == null
        ? Optional.empty()
        : Optional.of(
            new Opened(
                to,
                new Telling(
                    queued,
                    ring.open(queued.customerName()),
                    opened(queued, ring) ? ring.openIfAny(queued.reason()) : null)));
  }

  /** Where to tell each; an erasure of a customer waits until this transaction has ended. */
  List<Optional<PhoneNumber>> hold(List<NotificationQueued> queued) {
    var ring = keys.hold(queued.stream().map(NotificationQueued::customerName).toList());
    return queued.stream().map(each -> Optional.ofNullable(phone(each, ring))).toList();
  }

  private static @Nullable PhoneNumber phone(NotificationQueued queued, KeyRing ring) {
    if (queued.ownerPhone() != null) {
      return new PhoneNumber(queued.ownerPhone());
    }
    var sealed = queued.customerPhone();
    return sealed != null && ring.opens(sealed.customerId())
        ? new PhoneNumber(ring.open(sealed))
        : null;
  }

  private static boolean opened(NotificationQueued queued, KeyRing ring) {
    return ring.opens(queued.customerName().customerId());
  }
}
