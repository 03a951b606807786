package io.slotkeeper.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.quickstart.demo.Demo;
import io.slotkeeper.quickstart.embedded.Binaries;
import io.slotkeeper.quickstart.stories.Answer;
import io.slotkeeper.quickstart.stories.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RestartTest {

  @TempDir Path scratch;
  private QuickstartOptions options;

  @BeforeEach
  void prepares() {
    options = QuickstartOptions.onFreePorts(scratch.resolve("data"), Binaries.DIRECTORY);
  }

  @Test
  void keepsBookingsDemoAndTokenUntilItIsToStartFresh() throws IOException {
    Answer booked;
    Demo demo;
    String adminToken;
    try (var first = Quickstart.start(options)) {
      demo = first.demo();
      adminToken = first.adminToken();
      booked = bookAtTheSalon(first);
    }

    // As if it had been killed after a registration and before it noted that.
    Path progress = scratch.resolve("data/demo.json");
    var noted = (ObjectNode) JsonMapper.shared().readTree(Files.readString(progress));
    noted.put("complete", false).putObject("businesses");
    Files.writeString(progress, noted.toString());
    try (var second = Quickstart.start(options)) {
      assertThat(second.demo()).isEqualTo(demo);
      assertThat(closures(second)).isEqualTo(1);
      assertThat(second.adminToken()).isEqualTo(adminToken);
      assertThat(read(second, booked).expect(200).text("status")).isEqualTo("PENDING");
    }

    try (var fresh = Quickstart.start(options.withFresh())) {
      assertThat(fresh.demo().salon().businessId()).isNotEqualTo(demo.salon().businessId());
      assertThat(fresh.adminToken()).isNotEqualTo(adminToken);
      Http.anyone(fresh.queryUrl())
          .get("/api/businesses/" + demo.salon().businessId())
          .expectProblem(404, "not-found");
    }
  }

  private static Answer bookAtTheSalon(Quickstart quickstart) {
    LocalDate tomorrow =
        LocalDate.now(quickstart.clock().withZone(ZoneId.of("Europe/Madrid"))).plusDays(1);
    String slot =
        Http.anyone(quickstart.queryUrl())
            .get(
                "/api/businesses/%s/slots?from=%s&to=%s&status=AVAILABLE"
                    .formatted(
                        quickstart.demo().salon().businessId(), tomorrow, tomorrow.plusDays(3)))
            .expect(200)
            .body()
            .path("slots")
            .path(0)
            .path("slotId")
            .asString();
    return Http.anyone(quickstart.commandUrl())
        .post(
            "/api/bookings",
            Map.of(
                "slotId",
                slot,
                "customer",
                Map.of("name", "Story Customer", "phone", "+34612345679"),
                "consent",
                true))
        .expect(201);
  }

  private static int closures(Quickstart quickstart) {
    return Http.anyone(quickstart.queryUrl())
        .get("/api/businesses/" + quickstart.demo().salon().businessId())
        .body()
        .path("closures")
        .size();
  }

  private static Answer read(Quickstart quickstart, Answer booked) {
    return Http.anyone(quickstart.queryUrl())
        .as(booked.text("manageToken"))
        .get("/api/bookings/" + booked.text("bookingId"));
  }
}
