package io.slotkeeper.quickstart.simulator;

import io.slotkeeper.testing.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A business that sends to a simulator and takes its webhooks. */
final class Business implements AutoCloseable {

  static final String PHONE = "+34612345678";
  static final String SECRET = "an app secret";
  static final String TEMPLATE_TEXT = "Hello Ana, do you approve 10:00 at José's?";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TemplateDefinition APPROVAL =
      new TemplateDefinition(
          "Hello {{1}}, do you approve {{2}} at José's?", List.of("Approve", "Reject"));

  final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
  final Receiver receiver = new Receiver();
  final Simulator simulator;
  private final HttpClient client = HttpClient.newHttpClient();

  Business() throws IOException {
    simulator =
        Simulator.start(
            new SimulatorSettings(
                0,
                "1001",
                "+1 555 0100",
                "token",
                SECRET,
                CompletableFuture.completedFuture(receiver.url()),
                clock,
                (name, language) ->
                    name.equals("approval") && language.equals("es")
                        ? Optional.of(APPROVAL)
                        : Optional.empty()));
  }

  Answer sendTemplate(String... parameters) {
    return send(template("approval", parameters));
  }

  Answer sendText(String text) {
    return send(Map.of("type", "text", "text", Map.of("body", text)));
  }

  Answer sendButtons(List<String> titles) {
    List<Map<String, Object>> buttons =
        titles.stream()
            .map(
                title ->
                    Map.of("type", "reply", "reply", Map.of("id", "id-" + title, "title", title)))
            .toList();
    return send(
        Map.of(
            "type",
            "interactive",
            "interactive",
            Map.of(
                "type",
                "button",
                "body",
                Map.of("text", "Cancel?"),
                "action",
                Map.of("buttons", buttons))));
  }

  static Map<String, Object> template(String name, String... parameters) {
    List<Map<String, String>> texts =
        List.of(parameters).stream().map(text -> Map.of("type", "text", "text", text)).toList();
    return Map.of(
        "type",
        "template",
        "template",
        Map.of(
            "name",
            name,
            "language",
            Map.of("code", "es"),
            "components",
            List.of(
                Map.of("type", "body", "parameters", texts),
                button("0", "A.x"),
                button("1", "R.x"))));
  }

  private static Map<String, Object> button(String index, String payload) {
    return Map.of(
        "type",
        "button",
        "sub_type",
        "quick_reply",
        "index",
        index,
        "parameters",
        List.of(Map.of("type", "payload", "payload", payload)));
  }

  Answer send(Map<String, Object> content) {
    return sendTo(PHONE, content);
  }

  Answer sendTo(String phone, Map<String, Object> content) {
    return exchange(
        messages("1001", "token", Duration.ofSeconds(20)).POST(body(common(phone, content))));
  }

  Answer sendWith(String phoneNumberId, String token) {
    return exchange(
        messages(phoneNumberId, token, Duration.ofSeconds(20))
            .POST(body(common(PHONE, template("approval", "Ana", "10:00")))));
  }

  Answer sendWithin(Duration timeout) {
    return exchange(
        messages("1001", "token", timeout)
            .POST(body(common(PHONE, template("approval", "Ana", "10:00")))));
  }

  private static JsonNode common(String phone, Map<String, Object> content) {
    var message = JSON.createObjectNode();
    message.put("messaging_product", "whatsapp");
    message.put("recipient_type", "individual");
    message.put("to", phone);
    message.put("biz_opaque_callback_data", "notification-1");
    content.forEach((name, value) -> message.set(name, JSON.valueToTree(value)));
    return message;
  }

  private HttpRequest.Builder messages(String phoneNumberId, String token, Duration timeout) {
    return HttpRequest.newBuilder(
            simulator.url().resolve("/v25.0/%s/messages".formatted(phoneNumberId)))
        .timeout(timeout)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  Answer say(String text) {
    return post("/simulator/chats/%s/say".formatted(PHONE), Map.of("text", text));
  }

  Answer tap(String messageId, String title) {
    return post(
        "/simulator/chats/%s/tap".formatted(PHONE), Map.of("messageId", messageId, "title", title));
  }

  Answer faults(Map<String, Object> faults) {
    return exchange(json("/simulator/faults").PUT(body(faults)));
  }

  Answer get(String path) {
    return exchange(HttpRequest.newBuilder(simulator.url().resolve(path)).GET());
  }

  List<JsonNode> chat() {
    return get("/simulator/chats/" + PHONE).json().valueStream().toList();
  }

  private Answer post(String path, Map<String, Object> body) {
    return exchange(json(path).POST(body(body)));
  }

  private HttpRequest.Builder json(String path) {
    URI uri = simulator.url().resolve(path);
    return HttpRequest.newBuilder(uri).header("Content-Type", "application/json");
  }

  private static HttpRequest.BodyPublisher body(Object json) {
    return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(json));
  }

  Answer exchange(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body());
    } catch (IOException e) {
      return new Answer(0, "{}");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    simulator.close();
    receiver.close();
    client.shutdownNow();
  }

  /** Status 0 stands for none. */
  record Answer(int status, String body) {
    JsonNode json() {
      return JSON.readTree(body);
    }

    int code() {
      return json().path("error").path("code").asInt();
    }

    String messageId() {
      return json().path("messages").path(0).path("id").asString();
    }
  }
}
