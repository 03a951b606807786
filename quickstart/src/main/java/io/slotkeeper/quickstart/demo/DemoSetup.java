package io.slotkeeper.quickstart.demo;

import io.slotkeeper.platform.foundation.Secrets;
import io.slotkeeper.quickstart.embedded.CannotStart;
import io.slotkeeper.quickstart.embedded.DataDirectory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes the demo on the first start; later ones, and one that was cut off, go on from there. */
public final class DemoSetup {

  private static final String FILE = "demo.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int OK = 200;

  /** Of 10 s each. */
  private static final int TRIES = 3;

  private final DataDirectory directory;
  private final JsonApi commands;
  private final JsonApi queries;
  private final String adminToken;
  private final Clock clock;

  public DemoSetup(
      DataDirectory directory, JsonApi commands, JsonApi queries, String adminToken, Clock clock) {
    this.directory = directory;
    this.commands = commands;
    this.queries = queries;
    this.adminToken = adminToken;
    this.clock = clock;
  }

  /** Answers when the demo can be read. */
  public Demo run() {
    DemoProgress progress =
        directory
            .read(FILE)
            .map(text -> JSON.readValue(text, DemoProgress.class))
            .orElseGet(this::begin);
    if (!progress.complete()) {
      for (Plan plan : List.of(Plan.salon(progress.today()), Plan.court(progress.today()))) {
        progress = open(plan, progress);
      }
      progress = keep(progress.completed());
    }
    return new Demo(
        progress.find(Plan.SALON).orElseThrow(), progress.find(Plan.COURT).orElseThrow());
  }

  private DemoProgress begin() {
    return keep(
        new DemoProgress(Secrets.create().newText(), LocalDate.now(clock), Map.of(), false));
  }

  private DemoProgress keep(DemoProgress progress) {
    directory.write(FILE, JSON.writeValueAsString(progress));
    return progress;
  }

  private DemoProgress open(Plan plan, DemoProgress begun) {
    String keys = begun.seed() + "-" + plan.name();
    DemoProgress progress =
        begun.find(plan.name()).isPresent()
            ? begun
            : keep(begun.with(plan.name(), register(plan, keys)));
    DemoBusiness business = progress.find(plan.name()).orElseThrow();
    JsonNode before = queries.find(path(business));
    Optional<String> token = Optional.empty();
    for (Plan.Step step : plan.steps()) {
      if (before.path(step.leaves()).isEmpty()) {
        token = follow(step, business, keys);
      }
    }
    token.ifPresent(last -> awaitReadable(business, last));
    return progress;
  }

  private Optional<String> follow(Plan.Step step, DemoBusiness business, String keys) {
    return commands
        .send(
            step.method(),
            path(business) + step.path(),
            business.apiKey(),
            keys + step.path(),
            step.body())
        .token();
  }

  private DemoBusiness register(Plan plan, String key) {
    JsonNode answer =
        commands.send("POST", "/api/businesses", adminToken, key, plan.registration()).body();
    return new DemoBusiness(
        answer.path("businessId").asString(),
        answer.path("apiKey").asString(),
        answer
            .path("resources")
            .valueStream()
            .map(resource -> resource.path("resourceId").asString())
            .toList());
  }

  /** In few requests: they count for the limits of whoever starts this and goes on by hand. */
  private void awaitReadable(DemoBusiness business, String token) {
    for (int i = 0; i < TRIES; i++) {
      if (queries.tryToFind(path(business), token).statusCode() == OK) {
        return;
      }
    }
    throw new CannotStart("The demo businesses do not appear in the queries; see the log above");
  }

  private static String path(DemoBusiness business) {
    return "/api/businesses/" + business.businessId();
  }
}
