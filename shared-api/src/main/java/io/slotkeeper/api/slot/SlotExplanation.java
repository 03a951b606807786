package io.slotkeeper.api.slot;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.SlotId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a slot can be booked at the moment of the answer, or why not. Customers learn the rules of
 * the business, but of a taken slot only that it is taken.
 *
 * @param status as the caller sees it in the list of slots
 * @param rule that decides: one that {@link SlotOffers#refusal} names, {@code SlotMustBeFree} for
 *     what is taken, {@code SlotIsFree} or, for the owner, {@code ReservationHasLapsed} for what
 *     can be booked
 * @param words the same as a sentence in English
 * @param since from when on the rule holds; present where an instant can be named
 * @param until when it stops to hold, unless something happens before; as since
 * @param event behind the rule; absent where there is none, or none that the caller may know of
 * @param bookingId which booking holds or held it, or the slot that overlaps it; owner only
 * @param overlappedBy the slot that keeps this one from being booked; owner only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SlotExplanation(
    SlotId slotId,
    SlotView.Status status,
    String rule,
    String words,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable Event event,
    @Nullable BookingId bookingId,
    @Nullable SlotId overlappedBy) {

  /**
   * What happened that made it so.
   *
   * @param aggregate what it happened to: {@code business} or {@code slot}
   * @param type of the event, as {@link io.slotkeeper.api.EventCatalog} names it
   * @param version of that business or slot after it
   * @param actor who asked for it; owner only, and absent where it was not noted, as the next two
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Event(
      String aggregate,
      String type,
      long version,
      Instant at,
      @Nullable String actor,
      @Nullable String cause,
      @Nullable String correlation) {}
}
