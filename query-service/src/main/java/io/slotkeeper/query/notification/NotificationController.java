package io.slotkeeper.query.notification;

import io.slotkeeper.api.notification.NotificationPage;
import io.slotkeeper.api.notification.NotificationQuery.FindNotifications;
import io.slotkeeper.api.notification.NotificationStatus;
import io.slotkeeper.query.Parameters;
import io.slotkeeper.query.PathIds;
import io.slotkeeper.query.Questions;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was told to whom; open to the business alone, which the rules of access see to. */
@RestController
class NotificationController {
  private final Questions questions;

  NotificationController(Questions questions) {
    this.questions = questions;
  }

  @GetMapping("/api/businesses/{businessId}/notifications")
  NotificationPage list(
      @PathVariable String businessId,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var id = PathIds.business(businessId);
    var parameters = new Parameters();
    var wanted = parameters.oneOf("status", status, EnumSet.allOf(NotificationStatus.class));
    int most = parameters.limit(limit);
    parameters.require();
    return questions.ask(new FindNotifications(id, wanted, most, cursor), NotificationPage.class);
  }
}
