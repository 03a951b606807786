package io.slotkeeper.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.quickstart.Customers.Promise;
import io.slotkeeper.quickstart.stories.Answer;
import io.slotkeeper.quickstart.stories.Http;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class KillTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int KILLS = 2;
  private static final int PROMISES_BEFORE_A_KILL = 60;
  private static final int MOST_DAYS = 31;
  private static final String ADMIN = "token-of-the-kill-test";

  @TempDir Path scratch;
  private Map<String, String> environment = Map.of();
  private Http commands = Http.anyone(URI.create("http://localhost"));
  private Http queries = commands;
  private String business = "";
  private String apiKey = "";

  @BeforeEach
  void prepares() throws IOException {
    FreePorts ports = FreePorts.find();
    environment = QuickstartProcess.environment(scratch.resolve("data"), ports);
    environment.put("SLOTKEEPER_SECURITY_ADMIN_TOKEN", ADMIN);
    environment.put("SLOTKEEPER_LIMITS_ENABLED", "false");
    environment.put("SLOTKEEPER_WHATSAPP_LONGESTDOUBT", "3s");
    commands = Http.anyone(URI.create("http://localhost:" + ports.command()));
    queries = Http.anyone(URI.create("http://localhost:" + ports.query()));
  }

  @Test
  void keepsEveryPromiseThroughKillsInTheMiddleOfALoad() throws Exception {
    List<Promise> promises = new ArrayList<>();
    List<String> demos = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      QuickstartProcess process = startAgain(demos);
      if (business.isEmpty()) {
        openShop();
      }
      try (var customers = new Customers(commands.base(), freeSlots())) {
        await().atMost(PATIENCE).until(() -> customers.promised() >= PROMISES_BEFORE_A_KILL);
        process.kill();
        promises.addAll(customers.promises());
        assertThat(customers.refusals()).isEmpty();
      }
    }

    try (var process = startAgain(demos)) {
      assertThat(demos).hasSize(KILLS + 1).containsOnly(demos.getFirst());
      assertThat(promises).allSatisfy(this::isKept);
      assertThat(holders()).doesNotHaveDuplicates();
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(notifiedBookings())
                      .containsAll(promises.stream().map(Promise::bookingId).toList()));
      process.interrupt();
      assertThat(process.exitCode()).isNotNegative();
      assertThat(process.errorLines()).isEmpty();
    }
    assertThat(serversLeftBehind()).isEmpty();
  }

  private QuickstartProcess startAgain(List<String> demos) throws IOException {
    QuickstartProcess process = QuickstartProcess.start(scratch, environment).awaitReady();
    demos.add(
        process
            .output()
            .lines()
            .filter(line -> line.contains("business  ") || line.contains("owner key"))
            .reduce("", (before, line) -> before + line));
    return process;
  }

  private void openShop() {
    Answer opened =
        commands
            .as(ADMIN)
            .post(
                "/api/businesses",
                Map.of(
                    "name", "Promises",
                    "timeZone", "UTC",
                    "whatsappNumber", "+34612345678",
                    "openingHours", everyDay(),
                    "policy",
                        Map.of(
                            "slotLength", "PT15M",
                            "approval", "AUTOMATIC",
                            "approvalWindow", "PT2H",
                            "minimumNotice", "PT0S",
                            "horizonDays", MOST_DAYS,
                            "cancellationCutOff", "PT2H",
                            "reminders", List.of())))
            .expect(201);
    business = opened.text("businessId");
    apiKey = opened.text("apiKey");
    await()
        .atMost(PATIENCE)
        .until(() -> queries.get("/api/businesses/" + business).status() == 200);
  }

  private static Map<String, Object> everyDay() {
    Object allDay = List.of(Map.of("from", "00:00", "to", "24:00"));
    return Map.of(
        "MONDAY", allDay,
        "TUESDAY", allDay,
        "WEDNESDAY", allDay,
        "THURSDAY", allDay,
        "FRIDAY", allDay,
        "SATURDAY", allDay,
        "SUNDAY", allDay);
  }

  private List<String> freeSlots() {
    LocalDate tomorrow = LocalDate.now(Clock.systemUTC()).plusDays(1);
    return queries
        .get(
            "/api/businesses/%s/slots?from=%s&to=%s&status=AVAILABLE"
                .formatted(business, tomorrow, tomorrow.plusDays(MOST_DAYS - 2)))
        .expect(200)
        .body()
        .path("slots")
        .valueStream()
        .map(slot -> slot.path("slotId").asString())
        .toList();
  }

  private void isKept(Promise promise) {
    Answer booking =
        queries.as(promise.manageToken()).get("/api/bookings/" + promise.bookingId()).expect(200);
    assertThat(booking.text("slotId")).isEqualTo(promise.slotId());
    assertThat(booking.text("status")).isEqualTo("CONFIRMED");
  }

  /** The slot of every booking of the business, so that a doubled one appears twice. */
  private List<String> holders() {
    return all("bookings").stream().map(booking -> booking.path("slotId").asString()).toList();
  }

  /** Whose customers were told, while no message is under way or waits. */
  private List<String> notifiedBookings() {
    List<JsonNode> notifications = all("notifications");
    assertThat(notifications)
        .extracting(each -> each.path("status").asString())
        .isSubsetOf("ACCEPTED", "DELIVERED", "READ");
    return notifications.stream().map(each -> each.path("bookingId").asString()).toList();
  }

  private List<JsonNode> all(String collection) {
    List<JsonNode> found = new ArrayList<>();
    Set<String> pages = new HashSet<>();
    String cursor = "";
    do {
      JsonNode page =
          queries
              .as(apiKey)
              .get("/api/businesses/%s/%s?limit=200%s".formatted(business, collection, cursor))
              .expect(200)
              .body();
      page.path(collection).forEach(found::add);
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asString() : "";
      assertThat(pages.add(cursor)).isTrue();
    } while (!cursor.isEmpty());
    return found;
  }

  private Stream<ProcessHandle> serversLeftBehind() throws IOException {
    Path data = scratch.resolve("data");
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    assertThat(data.resolve("redis/redis.pid")).doesNotExist();
    String own = Files.exists(data) ? data.toRealPath().toString() : data.toString();
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(own));
  }
}
