package io.slotkeeper.api.business;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a business. Events are plain: texts and numbers only, so that an old one always
 * loads whatever the rules have become.
 */
public sealed interface BusinessEvent {
  /** The business that it happened to. */
  String businessId();

  /** A business opened. */
  record BusinessRegistered(
      String businessId,
      String name,
      String timeZone,
      String whatsappNumber,
      String locale,
      List<ResourceEntry> resources,
      Map<String, List<RangeEntry>> openingHours,
      PolicyEntry policy,
      String apiKeyHash)
      implements BusinessEvent {}

  /** The profile changed; it holds what is true now, changed or not. */
  record BusinessProfileChanged(
      String businessId, String name, String timeZone, String whatsappNumber, String locale)
      implements BusinessEvent {}

  /** The hours of the ordinary week were replaced; by name of the day, in English capitals. */
  record OpeningHoursSet(String businessId, Map<String, List<RangeEntry>> openingHours)
      implements BusinessEvent {}

  /**
   * A stretch of local time was taken off the timetable.
   *
   * @param from first local moment, ISO local date-time
   * @param to the local moment that no longer belongs to it
   * @param resourceId the one resource that is closed; absent for the whole business
   */
  record ClosureAdded(
      String businessId,
      String closureId,
      String from,
      String to,
      @Nullable String resourceId,
      @Nullable String reason)
      implements BusinessEvent {}

  /** A closure was lifted. */
  record ClosureRemoved(String businessId, String closureId) implements BusinessEvent {}

  /** The weekly hours were replaced on one date. */
  record SpecialHoursSet(String businessId, String date, List<RangeEntry> ranges)
      implements BusinessEvent {}

  /** A date returned to the weekly hours. */
  record SpecialHoursCleared(String businessId, String date) implements BusinessEvent {}

  /** One more resource is offered. */
  record ResourceAdded(String businessId, String resourceId, String name)
      implements BusinessEvent {}

  /** A resource is called by another name. */
  record ResourceRenamed(String businessId, String resourceId, String name)
      implements BusinessEvent {}

  /** A resource offers no new slots. */
  record ResourceRetired(String businessId, String resourceId) implements BusinessEvent {}

  /** Bookings are taken in another way from now on. */
  record BookingPolicySet(String businessId, PolicyEntry policy) implements BusinessEvent {}

  /** The owner's key was replaced. */
  record ApiKeyRotated(String businessId, String apiKeyHash) implements BusinessEvent {}

  /** The secret link to the calendar was replaced, or made for the first time. */
  record CalendarLinkRotated(String businessId, String keyHash) implements BusinessEvent {}

  /** No new bookings are taken. */
  record BusinessSuspended(String businessId) implements BusinessEvent {}

  /** Bookings are taken again. */
  record BusinessResumed(String businessId) implements BusinessEvent {}

  /** The business is gone for good. */
  record BusinessClosed(String businessId) implements BusinessEvent {}

  /** A resource as an event holds it. */
  record ResourceEntry(String resourceId, String name) {}

  /** A stretch of a day as an event holds it: {@code HH:mm}, the end up to {@code 24:00}. */
  record RangeEntry(String from, String to) {}

  /** A policy as an event holds it: ISO durations and plain numbers. */
  record PolicyEntry(
      String slotLength,
      String approval,
      String approvalWindow,
      String minimumNotice,
      int horizonDays,
      String cancellationCutOff,
      List<String> reminders) {}
}
