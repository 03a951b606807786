package io.slotkeeper.command.http;

import static io.slotkeeper.command.http.CommandServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import java.net.http.HttpResponse;
import java.time.Instant;

/**
 * A business that is open every day from 09:00 to 18:00 in Madrid.
 *
 * @param key of its owner
 */
record Salon(CommandServer server, BusinessId businessId, ResourceId resourceId, String key) {
  /** Two days ahead, 10:00 in Madrid. */
  static final Instant START = Instant.parse("2027-03-03T09:00:00Z");

  static final String REGISTRATION =
      """
      {"name":"Test Salon","timeZone":"Europe/Madrid","whatsappNumber":"+34600111222",
       "resources":[{"name":"Chair"}],
       "openingHours":{"MONDAY":[%1$s],"TUESDAY":[%1$s],"WEDNESDAY":[%1$s],"THURSDAY":[%1$s],
         "FRIDAY":[%1$s],"SATURDAY":[%1$s],"SUNDAY":[%1$s]}}\
      """
          .formatted("{\"from\":\"09:00\",\"to\":\"18:00\"}");

  static Salon register(CommandServer server) {
    var response = server.call("POST", "/api/businesses", CommandServer.ADMIN, REGISTRATION);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    var answer = json(response);
    return new Salon(
        server,
        new BusinessId(answer.path("businessId").asString()),
        new ResourceId(answer.path("resources").path(0).path("resourceId").asString()),
        answer.path("apiKey").asString());
  }

  String path() {
    return "/api/businesses/" + businessId;
  }

  SlotId slot(Instant start) {
    return new SlotId(businessId, resourceId, start);
  }

  HttpResponse<String> call(String method, String path, String body, String... headers) {
    return server.call(method, path, key, body, headers);
  }

  HttpResponse<String> book(Instant start) {
    return server.call("POST", "/api/bookings", null, bookingOf(slot(start).toString()));
  }

  static String bookingOf(String slotId) {
    return """
    {"slotId":"%s","customer":{"name":"Test Customer","phone":"+34 600-333 444"},
     "note":"By the window","consent":true}\
    """
        .formatted(slotId);
  }
}
