package io.slotkeeper.command.booking.http;

import static java.util.Objects.requireNonNull;

import io.slotkeeper.api.SlotId;
import io.slotkeeper.platform.validation.IdKind;
import io.slotkeeper.platform.validation.IdText;
import io.slotkeeper.platform.validation.Required;
import org.jspecify.annotations.Nullable;

/** Where a booking moves to. */
record RescheduleBody(@Required @IdText(IdKind.SLOT) @Nullable String slotId) {
  SlotId checkedSlotId() {
    return SlotId.parse(requireNonNull(slotId));
  }
}
