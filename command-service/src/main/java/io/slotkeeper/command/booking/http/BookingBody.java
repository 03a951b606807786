package io.slotkeeper.command.booking.http;

import static io.slotkeeper.platform.validation.Texts.stripped;
import static java.util.Objects.requireNonNull;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingCommand.RequestBooking;
import io.slotkeeper.platform.validation.Given;
import io.slotkeeper.platform.validation.IdKind;
import io.slotkeeper.platform.validation.IdText;
import io.slotkeeper.platform.validation.Required;
import io.slotkeeper.platform.validation.Text;
import jakarta.validation.Valid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A slot that somebody wants.
 *
 * @param note for the business
 * @param consent whether the customer agrees to be messaged; must be true
 */
record BookingBody(
    @Required @IdText(IdKind.SLOT) @Nullable String slotId,
    @Required @Valid @Nullable CustomerBody customer,
    @Text(max = 500, multiline = true) @Nullable String note,
    @Required @Given @Nullable Boolean consent) {
  BookingBody {
    note = stripped(note);
  }

  SlotId checkedSlotId() {
    return SlotId.parse(requireNonNull(slotId));
  }

  RequestBooking command(BookingId bookingId, Instant consentedAt) {
    return new RequestBooking(
        bookingId, checkedSlotId(), requireNonNull(customer).customer(), note, consentedAt);
  }

  @Override
  public String toString() {
    return "BookingBody[…]";
  }
}
