package io.slotkeeper.command.notification.chat;

import io.slotkeeper.api.PhoneNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What Meta tells us. */
public sealed interface Inbound {
  /** Meta's name for the message: the one that came, or the one of ours that is reported on. */
  String wamid();

  /** When it happened, in whole seconds. */
  Instant at();

  /** What a person sent. */
  sealed interface FromPerson extends Inbound {
    /** Whose message it is; absent where people hide their number. */
    @Nullable PhoneNumber from();
  }

  /**
   * Somebody tapped a button.
   *
   * @param contextWamid Meta's name for the message that has the button
   */
  record ButtonTap(
      String wamid,
      @Nullable PhoneNumber from,
      Instant at,
      String payload,
      @Nullable String contextWamid)
      implements FromPerson {
    @Override
    public String toString() {
      return "ButtonTap[at=%s]".formatted(at);
    }
  }

  /** Somebody wrote something. */
  record TextMessage(String wamid, @Nullable PhoneNumber from, Instant at, String text)
      implements FromPerson {
    @Override
    public String toString() {
      return "TextMessage[at=%s]".formatted(at);
    }
  }

  /** Somebody sent what is not understood, such as a picture. */
  record Unsupported(String wamid, @Nullable PhoneNumber from, Instant at) implements FromPerson {
    @Override
    public String toString() {
      return "Unsupported[at=%s]".formatted(at);
    }
  }

  /**
   * A message of ours has come further, or failed.
   *
   * @param status as Meta says it, such as {@code delivered}
   * @param callbackData what we gave along with the message
   * @param errorCode why it failed
   */
  record StatusReport(
      String wamid,
      String status,
      Instant at,
      @Nullable String callbackData,
      @Nullable String errorCode)
      implements Inbound {}
}
