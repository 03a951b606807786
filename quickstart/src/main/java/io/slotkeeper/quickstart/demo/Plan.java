package io.slotkeeper.quickstart.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a demo business is like.
 *
 * @param name within the demo
 * @param registration the request that opens it
 * @param steps the requests that follow
 */
record Plan(String name, Map<String, Object> registration, List<Step> steps) {

  static final String SALON = "salon";
  static final String COURT = "court";

  private static final List<String> WEEKDAYS =
      List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY");

  /**
   * A request below the path of the business.
   *
   * @param leaves what of the business is not empty once it is done
   */
  record Step(String method, String path, Map<String, Object> body, String leaves) {}

  /** Shows a lunch break, a holiday and approval by hand. */
  static Plan salon(LocalDate today) {
    return new Plan(
        SALON,
        Map.of(
            "name", "Demo Salon",
            "timeZone", "Europe/Madrid",
            "whatsappNumber", "+34612345678",
            "locale", "es",
            "resources", List.of(Map.of("name", "Chair 1"), Map.of("name", "Chair 2")),
            "openingHours",
                hours(
                    List.of(range("10:00", "14:00"), range("16:00", "20:00")),
                    Map.of("SATURDAY", List.of(range("10:00", "14:00")))),
            "policy",
                Map.of(
                    "slotLength", "PT30M",
                    "approval", "MANUAL",
                    "approvalWindow", "PT2H",
                    "minimumNotice", "PT0S",
                    "horizonDays", 30,
                    "cancellationCutOff", "PT2H",
                    "reminders", List.of("PT24H", "PT2H"))),
        List.of(
            new Step(
                "POST",
                "/closures",
                Map.of(
                    "from", today.plusDays(9).toString(),
                    "to", today.plusDays(9).toString(),
                    "reason", "Fiesta local"),
                "closures")));
  }

  /** Shows long slots, another zone, a day with hours of its own and approval at once. */
  static Plan court(LocalDate today) {
    return new Plan(
        COURT,
        Map.of(
            "name", "Demo Padel Court",
            "timeZone", "America/New_York",
            "whatsappNumber", "+12015550123",
            "locale", "en",
            "resources", List.of(Map.of("name", "Court 1"), Map.of("name", "Court 2")),
            "openingHours",
                hours(
                    List.of(range("07:00", "22:00")),
                    Map.of(
                        "SATURDAY", List.of(range("08:00", "22:00")),
                        "SUNDAY", List.of(range("08:00", "22:00")))),
            "policy",
                Map.of(
                    "slotLength", "PT90M",
                    "approval", "AUTOMATIC",
                    "approvalWindow", "PT2H",
                    "minimumNotice", "PT1H",
                    "horizonDays", 14,
                    "cancellationCutOff", "PT12H",
                    "reminders", List.of("PT24H"))),
        List.of(
            new Step(
                "PUT",
                "/special-hours/" + today.plusDays(6),
                Map.of("ranges", List.of(range("12:00", "18:00"))),
                "specialHours"),
            new Step(
                "POST",
                "/closures",
                Map.of(
                    "from", today.plusDays(8) + "T07:00",
                    "to", today.plusDays(8) + "T13:00",
                    "reason", "Resurfacing"),
                "closures")));
  }

  private static Map<String, Object> hours(
      List<Map<String, String>> weekday, Map<String, Object> weekend) {
    return Stream.concat(
            WEEKDAYS.stream().map(day -> Map.entry(day, (Object) weekday)),
            weekend.entrySet().stream())
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<String, String> range(String from, String to) {
    return Map.of("from", from, "to", to);
  }
}
