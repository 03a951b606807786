package io.slotkeeper.command.booking.http;

import static io.slotkeeper.platform.validation.Texts.stripped;

import io.slotkeeper.platform.validation.Text;
import org.jspecify.annotations.Nullable;

/**
 * Why a booking ends.
 *
 * @param reason for the other party
 */
record ReasonBody(@Text(max = 200) @Nullable String reason) {
  ReasonBody {
    reason = stripped(reason);
  }

  @Override
  public String toString() {
    return "ReasonBody[…]";
  }

  static @Nullable String reasonIn(@Nullable ReasonBody body) {
    return body == null ? null : body.reason();
  }
}
