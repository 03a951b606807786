package io.slotkeeper.api.business;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ClosureId;
import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.timetable.Closure;
import io.slotkeeper.api.timetable.OpeningRange;
import io.slotkeeper.api.timetable.Resource;
import io.slotkeeper.api.timetable.WeeklyHours;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What a business can be asked. Its answer is the version that the business then has. */
public sealed interface BusinessCommand {
  /** Which business is asked. */
  BusinessId businessId();

  /**
   * Opens a business.
   *
   * @param name 1 to 120 characters
   * @param timeZone in which its opening hours are meant
   * @param whatsappNumber where its owner approves bookings
   * @param locale of the messages that it sends
   * @param resources at least one
   * @param apiKeyHash SHA-256 of the owner's key, in hexadecimal; the key itself is never stored
   */
  record RegisterBusiness(
      @TargetAggregateIdentifier BusinessId businessId,
      String name,
      ZoneId timeZone,
      PhoneNumber whatsappNumber,
      Locale locale,
      List<Resource> resources,
      WeeklyHours openingHours,
      BookingPolicy policy,
      String apiKeyHash)
      implements BusinessCommand {}

  /** Changes what is given, and leaves what is absent. */
  record ChangeBusinessProfile(
      @TargetAggregateIdentifier BusinessId businessId,
      @Nullable String name,
      @Nullable ZoneId timeZone,
      @Nullable PhoneNumber whatsappNumber,
      @Nullable Locale locale)
      implements BusinessCommand {}

  /** Replaces the hours of the ordinary week. */
  record SetOpeningHours(@TargetAggregateIdentifier BusinessId businessId, WeeklyHours openingHours)
      implements BusinessCommand {}

  /** Takes a stretch of time, or one resource in it, off the timetable. */
  record AddClosure(@TargetAggregateIdentifier BusinessId businessId, Closure closure)
      implements BusinessCommand {}

  /** Puts it back on. */
  record RemoveClosure(@TargetAggregateIdentifier BusinessId businessId, ClosureId closureId)
      implements BusinessCommand {}

  /** Replaces the weekly hours on one date; without ranges the business is closed on it. */
  record SetSpecialHours(
      @TargetAggregateIdentifier BusinessId businessId, LocalDate date, List<OpeningRange> ranges)
      implements BusinessCommand {}

  /** Returns a date to the weekly hours. */
  record ClearSpecialHours(@TargetAggregateIdentifier BusinessId businessId, LocalDate date)
      implements BusinessCommand {}

  /** Offers one more resource. */
  record AddResource(
      @TargetAggregateIdentifier BusinessId businessId, ResourceId resourceId, String name)
      implements BusinessCommand {}

  /** Calls a resource by another name. */
  record RenameResource(
      @TargetAggregateIdentifier BusinessId businessId, ResourceId resourceId, String name)
      implements BusinessCommand {}

  /** Offers no new slots of a resource; its bookings stay. */
  record RetireResource(@TargetAggregateIdentifier BusinessId businessId, ResourceId resourceId)
      implements BusinessCommand {}

  /** Changes how bookings are taken; those that were made keep their terms. */
  record SetBookingPolicy(@TargetAggregateIdentifier BusinessId businessId, BookingPolicy policy)
      implements BusinessCommand {}

  /**
   * Replaces the owner's key; the old one stops at once.
   *
   * @param apiKeyHash SHA-256 of the new key, in hexadecimal
   */
  record RotateApiKey(@TargetAggregateIdentifier BusinessId businessId, String apiKeyHash)
      implements BusinessCommand {}

  /**
   * Replaces the secret link to the calendar; the old one stops at once.
   *
   * @param keyHash SHA-256 of the new link's key, in hexadecimal
   */
  record RotateCalendarLink(@TargetAggregateIdentifier BusinessId businessId, String keyHash)
      implements BusinessCommand {}

  /** Takes no new bookings until it is resumed. */
  record SuspendBusiness(@TargetAggregateIdentifier BusinessId businessId)
      implements BusinessCommand {}

  /** Takes bookings again. */
  record ResumeBusiness(@TargetAggregateIdentifier BusinessId businessId)
      implements BusinessCommand {}

  /** Closes the business for good. */
  record CloseBusiness(@TargetAggregateIdentifier BusinessId businessId)
      implements BusinessCommand {}
}
