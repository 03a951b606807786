package io.slotkeeper.query.business;

import io.slotkeeper.api.business.BusinessPage;
import io.slotkeeper.api.business.BusinessQuery.FindBusiness;
import io.slotkeeper.api.business.BusinessQuery.FindBusinesses;
import io.slotkeeper.api.business.BusinessView;
import io.slotkeeper.platform.problem.ProblemException;
import io.slotkeeper.platform.security.Caller;
import io.slotkeeper.query.Parameters;
import io.slotkeeper.query.PathIds;
import io.slotkeeper.query.Questions;
import io.slotkeeper.query.freshness.WantedNumber;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who can be booked. */
@RestController
class BusinessController {
  private static final int LONGEST_NAME = 120;

  private final Questions questions;
  private final PublicBusinesses publicBusinesses;

  BusinessController(Questions questions, PublicBusinesses publicBusinesses) {
    this.questions = questions;
    this.publicBusinesses = publicBusinesses;
  }

  @GetMapping("/api/businesses")
  BusinessPage list(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable String query,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var parameters = new Parameters();
    var question =
        new FindBusinesses(
            parameters.text("query", query, LONGEST_NAME), parameters.limit(limit), cursor);
    parameters.require();
    var page = questions.ask(question, BusinessPage.class);
    return new BusinessPage(
        page.businesses().stream().map(view -> shownTo(caller, view)).toList(), page.nextCursor());
  }

  @GetMapping(path = "/api/businesses/{businessId}", produces = MediaType.APPLICATION_JSON_VALUE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = BusinessView.class)))
  Object one(
      HttpServletRequest request,
      @AuthenticationPrincipal Caller caller,
      @PathVariable String businessId) {
    var id = PathIds.business(businessId);
    return caller.owns(id)
        ? questions.find(new FindBusiness(id), BusinessView.class)
        : publicBusinesses
            .find(id, WantedNumber.of(request))
            .orElseThrow(ProblemException::notFound);
  }

  private static BusinessView shownTo(Caller caller, BusinessView view) {
    return caller.owns(view.businessId()) ? view : view.withoutPrivateParts();
  }
}
