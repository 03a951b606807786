package io.slotkeeper.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.quickstart.stories.Town;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisabledOnOs(OS.WINDOWS)
class GreetingTest {

  private static final Pattern COMMAND = Pattern.compile("(?m)^  curl (?:.*\\\\\\n)*.*$");

  private String text = "";

  @BeforeEach
  void greets() {
    text = Greeting.of(Town.quickstart()).text();
  }

  @Test
  void saysWhereEverythingIs() {
    assertThat(text)
        .contains("\nSlotkeeper is ready\n")
        .contains(Town.quickstart().commandUrl().toString())
        .contains(Town.quickstart().queryUrl().toString())
        .contains(Town.quickstart().adminToken())
        .contains(Town.quickstart().demo().salon().businessId())
        .contains(Town.quickstart().demo().court().businessId());
  }

  @Test
  void printsCommandsThatListBookAndApprove() throws Exception {
    var commands = COMMAND.matcher(text).results().map(result -> result.group()).toList();
    assertThat(commands).hasSize(3);

    JsonNode slots = run(commands.get(0)).path("slots");
    assertThat(slots.size()).isPositive();

    JsonNode booked = run(commands.get(1));
    assertThat(booked.path("status").asString()).isEqualTo("PENDING");
    assertThat(booked.path("slotId")).isEqualTo(slots.get(0).path("slotId"));

    String bookingId = booked.path("bookingId").asString();
    JsonNode approved = run(commands.get(2).replace("BOOKING_ID", bookingId));
    assertThat(approved.path("status").asString()).isEqualTo("CONFIRMED");
  }

  private static JsonNode run(String command) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("sh", "-c", command.strip().replaceFirst("^curl", "curl -sS")).start();
    String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).isZero();
    return JsonMapper.builder().build().readTree(answer);
  }
}
