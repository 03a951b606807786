package io.slotkeeper.quickstart;

import io.slotkeeper.quickstart.demo.JsonApi;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What is printed when everything is ready: where it is, who one is, and what to try. */
final class Greeting {

  private static final int DAYS = 6;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.ENGLISH);

  private final Quickstart quickstart;
  private final JsonApi queries;
  private final LocalDate tomorrow;

  private Greeting(Quickstart quickstart, JsonApi queries, LocalDate tomorrow) {
    this.quickstart = quickstart;
    this.queries = queries;
    this.tomorrow = tomorrow;
  }

  static Greeting of(Quickstart quickstart) {
    return new Greeting(
        quickstart,
        new JsonApi(quickstart.queryUrl()),
        LocalDate.now(quickstart.clock().withZone(ZoneId.of("Europe/Madrid"))).plusDays(1));
  }

  String text() {
    return """

        Slotkeeper is ready

          commands     %1$s   (try them: %1$s/swagger-ui.html)
          queries      %2$s   (try them: %2$s/swagger-ui.html)
          phones       %9$s   (everybody's WhatsApp, simulated)
          admin token  %3$s
          data         %4$s   (--fresh starts empty)

          Demo Salon, Europe/Madrid: the owner approves each booking
            business   %5$s
            owner key  %6$s
          Demo Padel Court, America/New_York: each booking is approved at once
            business   %7$s
            owner key  %8$s

        """
            .formatted(
                quickstart.commandUrl(),
                quickstart.queryUrl(),
                quickstart.adminToken(),
                quickstart.dataDirectory(),
                quickstart.demo().salon().businessId(),
                quickstart.demo().salon().apiKey(),
                quickstart.demo().court().businessId(),
                quickstart.demo().court().apiKey(),
                quickstart.simulator().url())
        + list()
        + freeSlot().map(this::book).orElse("");
  }

  private String list() {
    return """
        List the free slots of the salon:

          curl '%s%s'

        """
        .formatted(quickstart.queryUrl(), slots());
  }

  private String book(JsonNode slot) {
    return """
        Book the one of %s:

          curl -X POST %s/api/bookings \\
            -H 'Content-Type: application/json' \\
            -d '{"slotId":"%s","customer":{"name":"Your Name","phone":"+34612345679"},"consent":true}'

        Approve it as the salon: tap Confirm on the phone +34612345678 at
        %5$s, or with the bookingId of the answer:

          curl -X POST %2$s/api/bookings/BOOKING_ID/confirm \\
            -H 'Authorization: Bearer %4$s'

        """
        .formatted(
            TIME.format(OffsetDateTime.parse(slot.path("localStart").asString())),
            quickstart.commandUrl(),
            slot.path("slotId").asString(),
            quickstart.demo().salon().apiKey(),
            quickstart.simulator().url());
  }

  /** Absent where somebody has booked all of the week, or has closed the salon. */
  private Optional<JsonNode> freeSlot() {
    return queries.find(slots()).path("slots").valueStream().findFirst();
  }

  private String slots() {
    return "/api/businesses/%s/slots?from=%s&to=%s&status=AVAILABLE"
        .formatted(quickstart.demo().salon().businessId(), tomorrow, tomorrow.plusDays(DAYS));
  }
}
