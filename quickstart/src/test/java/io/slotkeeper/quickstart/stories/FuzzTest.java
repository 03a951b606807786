package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.testing.ApiContract;
import io.slotkeeper.testing.ApiOperation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand requests made of the documents, good and bad: whatever is asked, the answer is one
 * that the documents know. A failure names its seed; {@code -Dslotkeeper.fuzz.seed} repeats it.
 */
class FuzzTest {
  private static final int REQUESTS = Integer.getInteger("slotkeeper.fuzz.requests", 10_000);
  private static final long SEED = Long.getLong("slotkeeper.fuzz.seed", 20_261_124L);
  private static final int AT_ONCE = 8;
  private static final int MOST_TOLD = 25;

  /** These would leave little to ask about: they get a business of their own. */
  private static final Set<String> ENDINGS =
      Set.of("closeBusiness", "suspendBusiness", "rotateApiKey", "retireResource");

  /** What only the inside of the server has a name for. */
  private static final Pattern INSIDES =
      Pattern.compile(
          "Exception|\\bat [a-z]+\\.[a-z]+\\.|org\\.(spring|postgres|axon)|java\\.lang|"
              + "SELECT |INSERT |Caused by");

  /** What the server refuses before it knows what is asked for. */
  private static final Set<Integer> UNROUTED =
      Set.of(400, 401, 404, 405, 406, 413, 414, 415, 431, 501);

  /** What the documents say of every path at once. */
  private static final Set<Integer> OF_THE_SERVER = Set.of(405, 408, 414, 431, 501);

  private final Set<String> succeeded = ConcurrentHashMap.newKeySet();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private record Call(ApiContract contract, ApiOperation operation, URI base) {}

  @Test
  void answersWhateverIsAskedAsDocumented() {
    var shop = Shop.open("MANUAL", "+34612345678", "es");
    var expendable = Shop.open("AUTOMATIC");
    var calls =
        Stream.of(
                calls(Contracts.COMMANDS, Town.quickstart().commandUrl()),
                calls(Contracts.QUERIES, Town.quickstart().queryUrl()))
            .flatMap(List::stream)
            .toList();
    var known = known(shop, expendable);
    var ofExpendable = known(expendable, shop);
    var free = new Semaphore(AT_ONCE);
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < REQUESTS; i++) {
        var call = calls.get(i % calls.size());
        long seed = SEED + i;
        free.acquireUninterruptibly();
        boolean ends = ENDINGS.contains(call.operation().node().path("operationId").asString(""));
        var whose = ends ? ofExpendable : known;
        people.execute(
            () -> {
              try {
                send(
                    call, seed, new Fuzzed(new Random(seed), call.operation(), call.base(), whose));
              } finally {
                free.release();
              }
            });
      }
    }
    awaitRebuilds();
    var told = new ArrayList<>(failures);
    assertThat(told.subList(0, Math.min(told.size(), MOST_TOLD)))
        .as("%d of %d requests from seed %d", told.size(), REQUESTS, SEED)
        .isEmpty();
    var refused = new TreeSet<>(calls.stream().map(call -> call.operation().toString()).toList());
    refused.removeAll(succeeded);
    // What needs a dead letter, a calendar key, a closure or a past visit is not made here.
    assertThat(refused).as("never got past the checks").hasSizeLessThan(calls.size() / 3);
  }

  /** Other stories rebuild too. */
  private static void awaitRebuilds() {
    var admin = Town.queries().as(Town.quickstart().adminToken());
    Shop.eventually(
        () -> admin.get("/api/admin/projections"),
        answer ->
            answer
                .body()
                .path("projections")
                .valueStream()
                .allMatch(each -> !each.has("rebuild") || each.path("rebuild").has("endedAt")));
  }

  private static List<Call> calls(ApiContract contract, URI base) {
    return contract.operations().stream()
        .map(operation -> new Call(contract, operation, base))
        .toList();
  }

  private static Fuzzed.Known known(Shop shop, Shop foreign) {
    var slots = shop.freeSlots(3);
    var first = shop.book(slots.get(0));
    var second = shop.book(slots.get(1));
    Function<String, List<String>> values =
        name ->
            switch (name) {
              case "businessId" ->
                  List.of(
                      shop.id(),
                      shop.id(),
                      shop.id(),
                      foreign.id(),
                      "biz_00000000000000000000000000");
              case "bookingId" -> List.of(first.id(), first.id(), second.id());
              case "slotId" -> slots;
              case "resourceId", "resource" -> shop.resources();
              case "date", "from", "to" -> List.of("2026-12-01", "2030-01-01", "2199-12-31");
              case "group", "name" ->
                  List.of("bookings", "slots", "businesses", "notifications", "whatsapp-delivery");
              default -> List.of();
            };
    var admin = "Bearer " + Town.quickstart().adminToken();
    var owner = "Bearer " + shop.apiKey();
    return new Fuzzed.Known(
        values,
        List.of(
            owner,
            owner,
            owner,
            owner,
            admin,
            admin,
            "Bearer " + first.manageToken(),
            "Bearer " + first.manageToken(),
            "Bearer nonsense",
            "Bearer",
            "Basic YTpi",
            "Bearer  x",
            owner + "x"));
  }

  private void send(Call call, long seed, Fuzzed fuzzed) {
    HttpRequest request;
    try {
      request = fuzzed.request();
    } catch (IllegalArgumentException unsendable) {
      return;
    }
    try {
      var response = client.send(request, BodyHandlers.ofInputStream());
      var body = body(response);
      if (response.statusCode() < 300) {
        succeeded.add(call.operation().toString());
      }
      for (var flaw : flaws(call, request, response, body)) {
        failures.add(
            "seed %d: %s %s: %d %s: %s"
                .formatted(
                    seed, request.method(), request.uri(), response.statusCode(), flaw, body));
      }
    } catch (IOException e) {
      failures.add("seed %d: %s %s: %s".formatted(seed, request.method(), request.uri(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Of a stream that has no end nothing is read. */
  private static String body(HttpResponse<InputStream> response) throws IOException {
    try (var stream = response.body()) {
      boolean endless =
          response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
      return endless ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> flaws(
      Call call, HttpRequest request, HttpResponse<InputStream> response, String body) {
    var flaws = new ArrayList<String>();
    int status = response.statusCode();
    if (INSIDES.matcher(body).find()) {
      flaws.add("shows its insides");
    }
    if (status >= 500 && !(status == 503 && body.contains("projection-behind")) && status != 501) {
      flaws.add("fails");
    }
    var operation = call.contract().find(request.method(), request.uri().getRawPath());
    boolean unrouted = UNROUTED.contains(status);
    // Tomcat repeats no path that is none, and knows nothing of operations.
    boolean refusedByTomcat = status == 400 && !body.contains("\"instance\"");
    if (operation.isPresent() && !refusedByTomcat && !OF_THE_SERVER.contains(status)) {
      flaws.addAll(operation.get().answerFlaws(status, response.headers(), body));
    } else if (status >= 400 && !unrouted) {
      flaws.add("is no answer to a request for nothing");
    }
    if (status >= 400 && !request.method().equals("HEAD")) {
      flaws.addAll(call.contract().problemFlaws(response.headers(), body));
    }
    return flaws;
  }
}
