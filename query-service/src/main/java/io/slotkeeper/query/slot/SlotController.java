package io.slotkeeper.query.slot;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.business.BusinessQuery.FindBusiness;
import io.slotkeeper.api.business.BusinessView;
import io.slotkeeper.api.slot.SlotExplanation;
import io.slotkeeper.api.slot.SlotQuery.ExplainSlot;
import io.slotkeeper.api.slot.SlotQuery.FindSlot;
import io.slotkeeper.api.slot.SlotQuery.FindSlots;
import io.slotkeeper.api.slot.SlotView;
import io.slotkeeper.api.slot.SlotView.Status;
import io.slotkeeper.api.slot.SlotsView;
import io.slotkeeper.platform.security.Caller;
import io.slotkeeper.query.Parameters;
import io.slotkeeper.query.PathIds;
import io.slotkeeper.query.Questions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be booked, and for the owner what is behind it. */
@RestController
class SlotController {
  private static final int MOST_DAYS = 31;
  private static final int DEFAULT_DAYS = 7;
  private static final Set<Status> FOR_EVERYBODY = EnumSet.of(Status.AVAILABLE, Status.UNAVAILABLE);
  private static final Set<Status> FOR_THE_OWNER = EnumSet.allOf(Status.class);

  private final Questions questions;
  private final Clock clock;

  SlotController(Questions questions, Clock clock) {
    this.questions = questions;
    this.clock = clock;
  }

  @GetMapping("/api/businesses/{businessId}/slots")
  SlotsView list(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String businessId,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String resource,
      @RequestParam(required = false) @Nullable String status) {
    var id = PathIds.business(businessId);
    boolean owner = caller.owns(id);
    var parameters = new Parameters();
    var first = parameters.date("from", from);
    var last = parameters.date("to", to);
    var wantedResource = parameters.resource("resource", resource);
    var wantedStatus = parameters.oneOf("status", status, owner ? FOR_THE_OWNER : FOR_EVERYBODY);
    parameters.require();
    var start = first == null ? today(id) : first;
    var end = Objects.requireNonNullElse(last, start.plusDays(DEFAULT_DAYS - 1));
    requireFewDays(start, end);
    return questions.find(
        new FindSlots(id, start, end, wantedResource, wantedStatus, owner), SlotsView.class);
  }

  @GetMapping("/api/slots/{slotId}")
  SlotView one(@AuthenticationPrincipal Caller caller, @PathVariable String slotId) {
    var id = PathIds.slot(slotId);
    return questions.find(new FindSlot(id, caller.owns(id.businessId())), SlotView.class);
  }

  @GetMapping("/api/slots/{slotId}/explain")
  SlotExplanation explain(@AuthenticationPrincipal Caller caller, @PathVariable String slotId) {
    var id = PathIds.slot(slotId);
    return questions.find(new ExplainSlot(id, caller.owns(id.businessId())), SlotExplanation.class);
  }

  private LocalDate today(BusinessId id) {
    var business = questions.find(new FindBusiness(id), BusinessView.class);
    return LocalDate.ofInstant(clock.instant(), business.timeZone());
  }

  private static void requireFewDays(LocalDate from, LocalDate to) {
    var parameters = new Parameters();
    if (to.isBefore(from)) {
      parameters.refuse("to", "out-of-range", "must not be before from");
    }
    if (to.isAfter(from.plusDays(MOST_DAYS - 1))) {
      parameters.refuse(
          "to", "out-of-range", "must be at most %d days with from".formatted(MOST_DAYS));
    }
    parameters.require();
  }
}
