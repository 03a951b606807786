package io.slotkeeper.command.business.http;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ClosureId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.timetable.Resource;
import java.util.List;

/** What owners are answered. */
final class BusinessAnswers {
  private BusinessAnswers() {}

  /** The business has this version now. */
  record BusinessChanged(BusinessId businessId, long version) {}

  /**
   * The business is registered.
   *
   * @param apiKey the owner's; it is shown this once
   */
  record BusinessRegistered(
      BusinessId businessId, String apiKey, List<ResourceAnswer> resources, long version) {
    @Override
    public String toString() {
      return "BusinessRegistered[businessId=%s]".formatted(businessId);
    }
  }

  /** What can be booked. */
  record ResourceAnswer(ResourceId resourceId, String name) {
    static ResourceAnswer of(Resource resource) {
      return new ResourceAnswer(resource.resourceId(), resource.name());
    }
  }

  /** One more resource is offered. */
  record ResourceAdded(ResourceId resourceId, String name, long version) {}

  /** The time is off the timetable. */
  record ClosureAdded(ClosureId closureId, long version) {}

  /**
   * The old key has stopped.
   *
   * @param apiKey the new one; it is shown this once
   */
  record ApiKeyRotated(BusinessId businessId, String apiKey, long version) {
    @Override
    public String toString() {
      return "ApiKeyRotated[businessId=%s]".formatted(businessId);
    }
  }

  /**
   * The old link has stopped.
   *
   * @param calendarPath of the link on the query API, with the new key; it is shown this once
   * @param calendarKey the new key alone
   */
  record CalendarLinkRotated(
      BusinessId businessId, String calendarPath, String calendarKey, long version) {
    @Override
    public String toString() {
      return "CalendarLinkRotated[businessId=%s]".formatted(businessId);
    }
  }
}
