package io.slotkeeper.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.admin.terminal.Keyboard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a service answers, it is said in a sentence and by the exit code. */
class AnswersTest {
  private static final String RUNNING =
      """
      {"name":"bookings","rebuild":{"rebuildId":1,"state":"REPLAYING","done":5,"total":10,\
      "eventsPerSecond":5.0,"secondsLeft":1}}""";
  private static final String DONE =
      """
      {"name":"bookings","rebuild":{"rebuildId":1,"state":"DONE","done":10,"total":10,\
      "endedAt":"2026-12-01T09:00:00Z"}}""";
  private static final String FAILED =
      """
      {"name":"bookings","rebuild":{"rebuildId":1,"state":"FAILED","done":10,"total":10,\
      "endedAt":"2026-12-01T09:00:00Z","reason":"what serves has 20 rows"}}""";
  private static final String REFUSED =
      """
      {"title":"A rebuild is running","detail":"Wait for it to end","code":"rebuild-running",\
      "errors":[{"pointer":"/name","message":"must be known"}]}""";

  @TempDir Path scratch;
  private final StandIn services;

  AnswersTest() throws IOException {
    services = new StandIn();
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  void saysAProblemInASentenceWithItsCode() {
    services.answers(409, REFUSED);

    var typed = type("projections", "rebuild", "bookings");

    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err())
        .isEqualToNormalizingNewlines(
            """
            query-service: A rebuild is running. Wait for it to end
              /name: must be known [rebuild-running]
            """);
  }

  @Test
  void givesAProblemToMachinesAsItIs() {
    services.answers(409, REFUSED);

    var typed = type("projections", "rebuild", "bookings", "--json");

    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.out()).contains("\"code\" : \"rebuild-running\"");
    assertThat(typed.err()).isEmpty();
  }

  @Test
  void saysThatSomebodyElseAnswers() {
    services.answers(502, "<html>Bad Gateway</html>").answers(200, "<html>Welcome</html>");

    assertThat(type("projections", "list").err()).contains("status 502").doesNotContain("html");
    assertThat(type("projections", "list").exit()).isEqualTo(1);
  }

  @Test
  void saysThatNobodyAnswers() {
    services.close();

    var typed = type("projections", "list");

    assertThat(typed.exit()).isEqualTo(3);
    assertThat(typed.err()).startsWith("query-service does not answer at http://localhost:");
    assertThat(type("health").exit()).isEqualTo(3);
  }

  @Test
  void repeatsWhatMayHaveBeenDoneWithTheSameKey() {
    services.hangsUp().answers(200, "{\"businessId\":\"biz_1\",\"apiKey\":\"own_new\"}");

    var typed = type("keys", "rotate", "biz_1", "--yes");

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.out()).startsWith("owner key own_new");
    assertThat(services.requests()).hasSizeGreaterThan(1);
    assertThat(services.requests())
        .extracting(request -> request.header("idempotency-key"))
        .allMatch(services.requests().getFirst().header("idempotency-key")::equals)
        .allMatch(key -> key.length() > 20);
  }

  @Test
  void asksBeforeWhatCannotBeTakenBack() {
    var nobody = type("keys", "rotate", "biz_1");
    var unsure = Typed.type(services.environment(), typing("no"), "keys", "rotate", "biz_1");

    assertThat(nobody.exit()).isEqualTo(2);
    assertThat(nobody.err()).contains("--yes");
    assertThat(unsure.exit()).isEqualTo(2);
    assertThat(unsure.err()).contains("Nothing was changed");
    assertThat(services.requests()).isEmpty();
  }

  @Test
  void followsARebuildThoughTheNodeThatTellsOfItGoesAway() {
    services
        .answers(202, RUNNING)
        .tells(RUNNING)
        .answers(503, "{\"code\":\"unavailable\"}")
        .tells(RUNNING, DONE);

    var typed = type("projections", "rebuild", "bookings", "--follow");

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.out()).contains("DONE, 10 of 10 events");
    assertThat(typed.err().lines())
        .containsExactly(
            "bookings  REPLAYING  50 %  5 of 10  5/s  0:00:01 left",
            "bookings  DONE  100 %  10 of 10  0/s");
  }

  @Test
  void endsWithOneWhereARebuildHasFailed() {
    services.answers(200, RUNNING).tells(FAILED);

    var typed = type("projections", "follow", "bookings");

    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.out()).contains("FAILED").contains("what serves has 20 rows");
  }

  @Test
  void looksForAGroupOnTheOtherService() {
    services.answers(404, "{\"code\":\"not-found\"}").answers(200, "{\"letters\":2}");

    var typed = type("dead-letters", "retry", "whatsapp-delivery");

    assertThat(typed.out()).startsWith("2 letters of whatsapp-delivery");
  }

  @Test
  void saysWhichPartsAreAway() {
    services
        .answers(200, "{\"status\":\"DEGRADED\",\"parts\":[\"redis\"]}")
        .answers(503, "{\"status\":503,\"code\":\"unavailable\",\"parts\":[\"event-store\"]}");

    var typed = type("health");

    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.out())
        .containsPattern("command-service +DEGRADED +redis")
        .containsPattern("query-service +DOWN +event-store");
  }

  @Test
  void readsTheTokenFromAFileBeforeTheEnvironment() throws IOException {
    var file = Files.writeString(scratch.resolve("token"), "from-the-file\n");
    services.answers(200, "{\"projections\":[]}").answers(200, "{\"projections\":[]}");

    type("projections", "list");
    type("projections", "list", "--token-file", file.toString());

    assertThat(services.requests())
        .extracting(request -> request.header("authorization"))
        .containsExactly("Bearer the-token", "Bearer from-the-file");
  }

  @Test
  void asksAPersonForTheTokenOnce() {
    services
        .answers(200, "{\"total\":0,\"letters\":[]}")
        .answers(200, "{\"total\":0,\"letters\":[]}");
    var environment = new HashMap<>(services.environment());
    environment.remove("SLOTKEEPER_ADMIN_TOKEN");

    Typed.type(environment, typing("typed-in"), "dead-letters", "list");

    assertThat(services.requests())
        .extracting(request -> request.header("authorization"))
        .containsExactly("Bearer typed-in", "Bearer typed-in");
  }

  @Test
  void takesNoTokenFromTheCommandLine() {
    var typed = type("projections", "list", "--token", "secret");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(services.requests()).isEmpty();
  }

  @Test
  void refusesWhatItCannotUse() {
    assertThat(type("projections", "list", "--queries", "ftp://here").exit()).isEqualTo(2);
    assertThat(type("projections", "list", "--token-file", "/nowhere").exit()).isEqualTo(2);
    assertThat(type("businesses", "register", "/nowhere").exit()).isEqualTo(2);
    assertThat(type("projections").exit()).isEqualTo(2);
    assertThat(services.requests()).isEmpty();
  }

  @Test
  void lettersOfOthersDoNotMoveTheCursor() {
    services.answers(
        200,
        """
        {"businesses":[{"businessId":"biz_1","name":"Iris\\u001b[2J","status":"ACTIVE"}],\
        "nextCursor":"more"}""");

    var typed = type("businesses", "list", "--name", "Iris & Co");

    assertThat(typed.out()).doesNotContain("\u001b").contains("--cursor more");
    assertThat(services.requests().getFirst().line())
        .isEqualTo("GET /api/businesses?limit=50&query=Iris%20%26%20Co");
    assertThat(services.requests().getFirst().header("authorization")).isEmpty();
  }

  private Typed type(String... arguments) {
    return Typed.type(services.environment(), arguments);
  }

  private static Keyboard typing(String text) {
    return new Keyboard() {
      private final List<String> asked = new ArrayList<>();

      @Override
      public Optional<String> line(String question) {
        return secret(question);
      }

      @Override
      public Optional<String> secret(String question) {
        asked.add(question);
        assertThat(asked).hasSize(1);
        return Optional.of(text);
      }
    };
  }

  @Test
  void makesSecretsInTheFormThatSettingsNeed() {
    var masterKey = Typed.type(Map.of(), "keys", "generate", "master-key");
    var token = Typed.type(Map.of(), "keys", "generate", "admin-token");

    assertThat(masterKey.out().strip()).matches("[A-Za-z0-9+/]{43}=");
    assertThat(masterKey.err()).contains("SLOTKEEPER_PRIVACY_MASTER_KEY");
    assertThat(token.out().strip()).matches("[!-~]{43}");
    assertThat(Typed.type(Map.of(), "keys", "generate", "admin-token").out())
        .isNotEqualTo(token.out());
  }
}
