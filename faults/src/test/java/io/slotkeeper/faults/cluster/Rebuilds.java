package io.slotkeeper.faults.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.faults.client.Answer;
import io.slotkeeper.faults.client.Http;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The rebuilds of all projections, whichever node leads them. */
public record Rebuilds(Cluster cluster) {

  public static final List<String> PROJECTIONS =
      List.of("businesses", "slots", "bookings", "notifications");

  private static final Duration UNDER_LOAD = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Asks for all of them once, of nodes that may be dying; those that run already go on. */
  public void ask() {
    PROJECTIONS.forEach(this::ask);
  }

  private Answer ask(String projection) {
    return admin().post(path(projection) + "/rebuild");
  }

  private Http admin() {
    return cluster.queries().as(Cluster.ADMIN);
  }

  /** Begins all of them. */
  public void begin() {
    PROJECTIONS.forEach(
        projection -> admin().within(UNDER_LOAD).post(path(projection) + "/rebuild").expect(202));
  }

  /** Waits until all have ended, and each table was equal to the one that served. */
  public void awaitDone() {
    PROJECTIONS.forEach(this::awaitDone);
  }

  private void awaitDone(String projection) {
    await("rebuild of " + projection)
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> rebuild(projection).has("endedAt"));
    assertThat(rebuild(projection).path("state").asString())
        .as("%s", rebuild(projection))
        .isEqualTo("DONE");
  }

  /** Waits until none goes on, whatever became of it. */
  public void awaitEnded() {
    PROJECTIONS.forEach(
        projection ->
            await("end of rebuild of " + projection)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                    () ->
                        rebuild(projection).isMissingNode() || rebuild(projection).has("endedAt")));
  }

  private JsonNode rebuild(String projection) {
    return admin().within(UNDER_LOAD).get(path(projection)).expect(200).body().path("rebuild");
  }

  private static String path(String projection) {
    return "/api/admin/projections/" + projection;
  }
}
