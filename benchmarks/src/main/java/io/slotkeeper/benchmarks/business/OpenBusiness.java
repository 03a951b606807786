package io.slotkeeper.benchmarks.business;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.benchmarks.load.Call;
import io.slotkeeper.benchmarks.load.KeptConnection;
import io.slotkeeper.benchmarks.servers.Stage;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A business that takes bookings.
 *
 * @param resources what can be booked
 * @param hours when, on every day
 */
public record OpenBusiness(BusinessId id, List<ResourceId> resources, Hours hours) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int CREATED = 201;

  /** Whole hours of every day, in UTC. */
  public record Hours(int from, int to) {

    /** Round the clock. */
    public static final Hours ALL_DAY = new Hours(0, 24);

    private Map<String, Object> week() {
      Object ranges =
          List.of(Map.of("from", "%02d:00".formatted(from), "to", "%02d:00".formatted(to)));
      return Arrays.stream(DayOfWeek.values())
          .collect(Collectors.toMap(DayOfWeek::name, day -> ranges));
    }
  }

  /**
   * Registers one with the services of a stage.
   *
   * @param policy of bookings, where it is not the default
   */
  public static OpenBusiness register(
      Stage stage, String name, int resources, Hours hours, Map<String, ?> policy) {
    var body =
        Map.of(
            "name",
            name,
            "timeZone",
            "UTC",
            "whatsappNumber",
            "+34612345678",
            "resources",
            IntStream.rangeClosed(1, resources)
                .mapToObj(number -> Map.of("name", "Resource " + number))
                .toList(),
            "openingHours",
            hours.week(),
            "policy",
            policy);
    try (var connection = new KeptConnection(stage.commands().url())) {
      var answer =
          connection
              .send(
                  Call.post(
                      "/api/businesses",
                      Map.of("Authorization", "Bearer " + Stage.ADMIN_TOKEN),
                      JSON.writeValueAsString(body)))
              .require(CREATED, "registering " + name);
      var made = JSON.readTree(answer.body());
      return new OpenBusiness(
          new BusinessId(made.path("businessId").asString()),
          made.path("resources")
              .valueStream()
              .map(each -> new ResourceId(each.path("resourceId").asString()))
              .toList(),
          hours);
    }
  }
}
