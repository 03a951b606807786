package io.slotkeeper.command.business.http;

import static java.util.Objects.requireNonNullElse;

import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.business.BookingPolicy;
import io.slotkeeper.platform.validation.Amount;
import io.slotkeeper.platform.validation.AtMost;
import io.slotkeeper.platform.validation.Between;
import io.slotkeeper.platform.validation.OneOf;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a business takes bookings. What is absent takes its default, also where it is replaced. */
record PolicyBody(
    @Amount(min = "PT5M", max = "PT8H", wholeMinutes = true) @Nullable String slotLength,
    @OneOf(Approval.class) @Nullable String approval,
    @Amount(min = "PT1M", max = "P30D") @Nullable String approvalWindow,
    @Amount(min = "PT0S", max = "P365D") @Nullable String minimumNotice,
    @Between(min = 1, max = 730) @Nullable Integer horizonDays,
    @Amount(min = "PT0S", max = "P365D") @Nullable String cancellationCutOff,
    @AtMost(5) @Nullable List<@Amount(min = "PT1M", max = "P30D") String> reminders) {
  BookingPolicy policy() {
    var unsaid = BookingPolicy.DEFAULT;
    return new BookingPolicy(
        durationOr(unsaid.slotLength(), slotLength),
        approval == null ? unsaid.approval() : Approval.valueOf(approval),
        durationOr(unsaid.approvalWindow(), approvalWindow),
        durationOr(unsaid.minimumNotice(), minimumNotice),
        requireNonNullElse(horizonDays, unsaid.horizonDays()),
        durationOr(unsaid.cancellationCutOff(), cancellationCutOff),
        reminders == null ? unsaid.reminders() : reminders.stream().map(Duration::parse).toList());
  }

  private static Duration durationOr(Duration unsaid, @Nullable String said) {
    return said == null ? unsaid : Duration.parse(said);
  }
}
