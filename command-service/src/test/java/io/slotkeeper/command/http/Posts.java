package io.slotkeeper.command.http;

import static io.slotkeeper.command.http.CommandServer.json;
import static io.slotkeeper.command.http.Salon.START;
import static java.util.Map.entry;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** One good request for every POST of the service, at a salon that was just registered. */
final class Posts {
  private static final String BUSINESS = "/api/businesses/{businessId}";
  private static final String SLOT = "/api/slots/{slotId}";
  private static final String BOOKING = "/api/bookings/{bookingId}";

  private static final Map<String, Function<Salon, Keyed>> ALL =
      Map.ofEntries(
          entry(
              "/api/businesses",
              salon -> new Keyed("/api/businesses", CommandServer.ADMIN, Salon.REGISTRATION)),
          entry(
              BUSINESS + "/closures",
              salon ->
                  owner(salon, "/closures", "{\"from\":\"2027-08-01\",\"to\":\"2027-08-02\"}")),
          entry(
              BUSINESS + "/resources",
              salon -> owner(salon, "/resources", "{\"name\":\"Second\"}")),
          entry(BUSINESS + "/api-key/rotate", salon -> owner(salon, "/api-key/rotate", "")),
          entry(
              BUSINESS + "/calendar-link/rotate",
              salon -> owner(salon, "/calendar-link/rotate", "")),
          entry(
              BUSINESS + "/customers/erase",
              salon -> {
                salon.book(START);
                return owner(salon, "/customers/erase", "{\"phone\":\"+34600333444\"}");
              }),
          entry(BUSINESS + "/suspend", salon -> owner(salon, "/suspend", "")),
          entry(
              BUSINESS + "/resume",
              salon -> {
                salon.call("POST", salon.path() + "/suspend", "");
                return owner(salon, "/resume", "");
              }),
          entry(BUSINESS + "/close", salon -> owner(salon, "/close", "")),
          entry(SLOT + "/block", salon -> slot(salon, "/block")),
          entry(
              SLOT + "/unblock",
              salon -> {
                salon.call("POST", "/api/slots/" + salon.slot(START) + "/block", "");
                return slot(salon, "/unblock");
              }),
          entry("/api/bookings", Posts::booking),
          entry(
              BOOKING + "/erase-customer",
              salon -> {
                var booking = json(salon.book(START));
                return of(booking.path("bookingId").asString(), salon, "/erase-customer", "")
                    .as(booking.path("manageToken").asString());
              }),
          entry(BOOKING + "/confirm", salon -> of(pending(salon), salon, "/confirm", "")),
          entry(
              BOOKING + "/reject",
              salon -> of(pending(salon), salon, "/reject", "{\"reason\":\"Ill\"}")),
          entry(BOOKING + "/cancel", salon -> of(pending(salon), salon, "/cancel", "{}")),
          entry(
              BOOKING + "/reschedule",
              salon ->
                  of(
                      confirmed(salon),
                      salon,
                      "/reschedule",
                      "{\"slotId\":\"%s\"}"
                          .formatted(salon.slot(START.plus(Duration.ofHours(1)))))),
          entry(BOOKING + "/complete", salon -> of(past(salon), salon, "/complete", "")),
          entry(BOOKING + "/no-show", salon -> of(past(salon), salon, "/no-show", "")),
          entry(
              "/api/admin/dead-letters/{group}/retry",
              salon ->
                  new Keyed(
                      "/api/admin/dead-letters/whatsapp-delivery/retry", CommandServer.ADMIN, "")));

  private Posts() {}

  static Keyed of(String pattern, Salon salon) {
    var made = ALL.get(pattern);
    if (made == null) {
      throw new AssertionError("no test sends " + pattern + " with a key");
    }
    return made.apply(salon);
  }

  static Keyed booking(Salon salon) {
    return new Keyed("/api/bookings", null, Salon.bookingOf(salon.slot(START).toString()));
  }

  static String pending(Salon salon) {
    return json(salon.book(START)).path("bookingId").asString();
  }

  private static String confirmed(Salon salon) {
    var id = pending(salon);
    salon.call("POST", "/api/bookings/%s/confirm".formatted(id), "");
    return id;
  }

  private static String past(Salon salon) {
    var id = confirmed(salon);
    salon.server().clock.set(START.plus(Duration.ofHours(1)));
    return id;
  }

  private static Keyed owner(Salon salon, String path, String body) {
    return new Keyed(salon.path() + path, salon.key(), body);
  }

  private static Keyed slot(Salon salon, String path) {
    return new Keyed("/api/slots/" + salon.slot(START) + path, salon.key(), "");
  }

  private static Keyed of(String bookingId, Salon salon, String path, String body) {
    return new Keyed("/api/bookings/" + bookingId + path, salon.key(), body);
  }
}
