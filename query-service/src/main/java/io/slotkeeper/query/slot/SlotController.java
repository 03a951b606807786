package io.slotkeeper.query.slot;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.slot.SlotExplanation;
import io.slotkeeper.api.slot.SlotQuery.ExplainSlot;
import io.slotkeeper.api.slot.SlotQuery.FindSlot;
import io.slotkeeper.api.slot.SlotQuery.FindSlots;
import io.slotkeeper.api.slot.SlotView;
import io.slotkeeper.api.slot.SlotView.Status;
import io.slotkeeper.api.slot.SlotsView;
import io.slotkeeper.platform.problem.ProblemException;
import io.slotkeeper.platform.security.Caller;
import io.slotkeeper.query.Parameters;
import io.slotkeeper.query.PathIds;
import io.slotkeeper.query.Questions;
import io.slotkeeper.query.business.PublicBusinesses;
import io.slotkeeper.query.freshness.WantedNumber;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
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
  private final PublicSlots publicSlots;
  private final PublicBusinesses publicBusinesses;
  private final Clock clock;

  SlotController(
      Questions questions,
      PublicSlots publicSlots,
      PublicBusinesses publicBusinesses,
      Clock clock) {
    this.questions = questions;
    this.publicSlots = publicSlots;
    this.publicBusinesses = publicBusinesses;
    this.clock = clock;
  }

  @GetMapping(
      path = "/api/businesses/{businessId}/slots",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SlotsView.class)))
  Object list(
      HttpServletRequest request,
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
    var atLeast = WantedNumber.of(request);
    var start = first == null ? today(id, atLeast) : first;
    var end = Objects.requireNonNullElse(last, start.plusDays(DEFAULT_DAYS - 1));
    requireFewDays(start, end);
    var question = new FindSlots(id, start, end, wantedResource, wantedStatus, owner);
    return owner
        ? questions.find(question, SlotsView.class)
        : publicSlots.find(question, atLeast).orElseThrow(ProblemException::notFound);
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

  private LocalDate today(BusinessId id, OptionalLong atLeast) {
    var zone = publicBusinesses.zone(id, atLeast).orElseThrow(ProblemException::notFound);
    return LocalDate.ofInstant(clock.instant(), zone);
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
