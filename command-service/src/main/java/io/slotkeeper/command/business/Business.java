package io.slotkeeper.command.business;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.slotkeeper.api.Refused;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.business.BusinessCommand;
import io.slotkeeper.api.business.BusinessCommand.AddClosure;
import io.slotkeeper.api.business.BusinessCommand.AddResource;
import io.slotkeeper.api.business.BusinessCommand.ChangeBusinessProfile;
import io.slotkeeper.api.business.BusinessCommand.ClearSpecialHours;
import io.slotkeeper.api.business.BusinessCommand.CloseBusiness;
import io.slotkeeper.api.business.BusinessCommand.RegisterBusiness;
import io.slotkeeper.api.business.BusinessCommand.RemoveClosure;
import io.slotkeeper.api.business.BusinessCommand.RenameResource;
import io.slotkeeper.api.business.BusinessCommand.ResumeBusiness;
import io.slotkeeper.api.business.BusinessCommand.RetireResource;
import io.slotkeeper.api.business.BusinessCommand.RotateApiKey;
import io.slotkeeper.api.business.BusinessCommand.RotateCalendarLink;
import io.slotkeeper.api.business.BusinessCommand.SetBookingPolicy;
import io.slotkeeper.api.business.BusinessCommand.SetOpeningHours;
import io.slotkeeper.api.business.BusinessCommand.SetSpecialHours;
import io.slotkeeper.api.business.BusinessCommand.SuspendBusiness;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.business.BusinessEvent.ApiKeyRotated;
import io.slotkeeper.api.business.BusinessEvent.BookingPolicySet;
import io.slotkeeper.api.business.BusinessEvent.BusinessClosed;
import io.slotkeeper.api.business.BusinessEvent.BusinessProfileChanged;
import io.slotkeeper.api.business.BusinessEvent.BusinessRegistered;
import io.slotkeeper.api.business.BusinessEvent.BusinessResumed;
import io.slotkeeper.api.business.BusinessEvent.BusinessSuspended;
import io.slotkeeper.api.business.BusinessEvent.CalendarLinkRotated;
import io.slotkeeper.api.business.BusinessEvent.ClosureAdded;
import io.slotkeeper.api.business.BusinessEvent.ClosureRemoved;
import io.slotkeeper.api.business.BusinessEvent.OpeningHoursSet;
import io.slotkeeper.api.business.BusinessEvent.ResourceAdded;
import io.slotkeeper.api.business.BusinessEvent.ResourceEntry;
import io.slotkeeper.api.business.BusinessEvent.ResourceRenamed;
import io.slotkeeper.api.business.BusinessEvent.ResourceRetired;
import io.slotkeeper.api.business.BusinessEvent.SpecialHoursCleared;
import io.slotkeeper.api.business.BusinessEvent.SpecialHoursSet;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.api.business.BusinessStatus;
import io.slotkeeper.api.business.EventEntries;
import io.slotkeeper.api.timetable.WeeklyHours;
import io.slotkeeper.command.ExpectedVersion;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Decides for one business. What is already so is not said again. Longer than other files because
 * Axon wants a method for each command. Its fields are stored as snapshots: whoever changes what
 * they hold, or adds an event or a revision of one, raises the revision.
 */
@Aggregate(type = "Business", snapshotTriggerDefinition = BusinessSnapshots.TRIGGER)
@Revision("1")
@JsonAutoDetect(
    fieldVisibility = JsonAutoDetect.Visibility.ANY,
    getterVisibility = JsonAutoDetect.Visibility.NONE,
    isGetterVisibility = JsonAutoDetect.Visibility.NONE)
class Business {

  static final int MOST_RESOURCES = 200;
  static final int MOST_CLOSURES = 1000;
  static final int MOST_SPECIAL_DATES = 1000;

  @AggregateIdentifier @Nullable String businessId;
  private @Nullable BusinessState state;

  @CommandHandlerInterceptor
  @Nullable Object answerWithVersion(
      @MetaDataValue(ExpectedVersion.METADATA) @Nullable Long expected, InterceptorChain chain)
      throws Exception {
    Long before = AggregateLifecycle.getVersion();
    if (before != null) {
      ExpectedVersion.require(expected, before);
    }
    chain.proceed();
    return AggregateLifecycle.getVersion();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.ALWAYS)
  @Nullable Long handle(RegisterBusiness command) {
    apply(
        new BusinessRegistered(
            command.businessId().value(),
            command.name(),
            command.timeZone().getId(),
            command.whatsappNumber().value(),
            command.locale().toLanguageTag(),
            command.resources().stream()
                .map(each -> new ResourceEntry(each.resourceId().value(), each.name()))
                .toList(),
            EventEntries.plain(command.openingHours()),
            EventEntries.plain(command.policy()),
            command.apiKeyHash()));
    return AggregateLifecycle.getVersion();
  }

  @CommandHandler
  void handle(ChangeBusinessProfile command) {
    var now = open(command);
    var zone = command.timeZone();
    var number = command.whatsappNumber();
    var locale = command.locale();
    var changed =
        new BusinessProfileChanged(
            now.businessId().value(),
            Objects.requireNonNullElse(command.name(), now.name()),
            zone == null ? now.timeZone().getId() : zone.getId(),
            number == null ? now.whatsappNumber() : number.value(),
            locale == null ? now.locale() : locale.toLanguageTag());
    applyIfItChanges(now, changed);
  }

  @CommandHandler
  void handle(SetOpeningHours command) {
    var now = open(command);
    applyIfItChanges(
        now, new OpeningHoursSet(id(command), EventEntries.plain(command.openingHours())));
  }

  @CommandHandler
  void handle(AddClosure command) {
    var now = open(command);
    var closure = command.closure();
    var resourceId = closure.resourceId();
    if (resourceId != null) {
      requireKnown(now, resourceId);
    }
    boolean isNew = !now.closures().containsKey(closure.closureId());
    refuseIf(isNew && now.closures().size() >= MOST_CLOSURES, "AtMost1000Closures", now, command);
    applyIfItChanges(
        now,
        new ClosureAdded(
            id(command),
            closure.closureId().value(),
            closure.from().toString(),
            closure.to().toString(),
            resourceId == null ? null : resourceId.value(),
            closure.reason()));
  }

  @CommandHandler
  void handle(RemoveClosure command) {
    if (!open(command).closures().containsKey(command.closureId())) {
      throw Refused.notFound();
    }
    apply(new ClosureRemoved(id(command), command.closureId().value()));
  }

  @CommandHandler
  void handle(SetSpecialHours command) {
    var now = open(command);
    boolean isNew = !now.specialHours().containsKey(command.date());
    refuseIf(
        isNew && now.specialHours().size() >= MOST_SPECIAL_DATES,
        "AtMost1000SpecialDates",
        now,
        command);
    var ranges = EventEntries.plain(WeeklyHours.inOrder(command.ranges()));
    applyIfItChanges(now, new SpecialHoursSet(id(command), command.date().toString(), ranges));
  }

  @CommandHandler
  void handle(ClearSpecialHours command) {
    applyIfItChanges(
        open(command), new SpecialHoursCleared(id(command), command.date().toString()));
  }

  @CommandHandler
  void handle(AddResource command) {
    var now = open(command);
    refuseIf(now.resources().containsKey(command.resourceId()), "ResourceMustBeNew", now, command);
    long active = now.resources().values().stream().filter(each -> !each.retired()).count();
    refuseIf(active >= MOST_RESOURCES, "AtMost200Resources", now, command);
    apply(new ResourceAdded(id(command), command.resourceId().value(), command.name()));
  }

  @CommandHandler
  void handle(RenameResource command) {
    var now = open(command);
    requireKnown(now, command.resourceId());
    applyIfItChanges(
        now, new ResourceRenamed(id(command), command.resourceId().value(), command.name()));
  }

  @CommandHandler
  void handle(RetireResource command) {
    var now = open(command);
    requireKnown(now, command.resourceId());
    applyIfItChanges(now, new ResourceRetired(id(command), command.resourceId().value()));
  }

  @CommandHandler
  void handle(SetBookingPolicy command) {
    applyIfItChanges(
        open(command), new BookingPolicySet(id(command), EventEntries.plain(command.policy())));
  }

  @CommandHandler
  void handle(RotateApiKey command) {
    applyIfItChanges(open(command), new ApiKeyRotated(id(command), command.apiKeyHash()));
  }

  @CommandHandler
  void handle(RotateCalendarLink command) {
    applyIfItChanges(open(command), new CalendarLinkRotated(id(command), command.keyHash()));
  }

  @CommandHandler
  void handle(SuspendBusiness command) {
    applyIfItChanges(open(command), new BusinessSuspended(id(command)));
  }

  @CommandHandler
  void handle(ResumeBusiness command) {
    applyIfItChanges(open(command), new BusinessResumed(id(command)));
  }

  @CommandHandler
  void handle(CloseBusiness command) {
    applyIfItChanges(registered(), new BusinessClosed(id(command)));
  }

  @EventSourcingHandler
  void on(BusinessEvent event) {
    businessId = event.businessId();
    state = state == null ? BusinessState.of(List.of(event)) : state.after(event);
  }

  /** As its events, or a snapshot of them, have left it. */
  BusinessState registered() {
    return Objects.requireNonNull(state, "a business begins with its registration");
  }

  private BusinessState open(BusinessCommand command) {
    var now = registered();
    refuseIf(now.status() == BusinessStatus.CLOSED, "BusinessMustNotBeClosed", now, command);
    return now;
  }

  private static void applyIfItChanges(BusinessState now, BusinessEvent event) {
    if (!now.after(event).equals(now)) {
      apply(event);
    }
  }

  private static void requireKnown(BusinessState now, ResourceId resourceId) {
    if (!now.resources().containsKey(resourceId)) {
      throw Refused.notFound();
    }
  }

  private static void refuseIf(
      boolean broken, String rule, BusinessState now, BusinessCommand command) {
    if (broken) {
      throw Refused.illegalTransition(rule, now.status(), command.getClass().getSimpleName());
    }
  }

  private static String id(BusinessCommand command) {
    return command.businessId().value();
  }
}
