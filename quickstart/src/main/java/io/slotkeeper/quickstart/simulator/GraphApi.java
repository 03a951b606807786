package io.slotkeeper.quickstart.simulator;

import io.slotkeeper.platform.foundation.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Meta's path for messages. */
final class GraphApi implements Endpoint {

  /** Longer than the ten seconds that a sender waits. */
  private static final Duration LOST = Duration.ofSeconds(15);

  private final AtomicInteger requests = new AtomicInteger();
  private final Secrets secrets = Secrets.create();
  private final SimulatorSettings settings;
  private final MessageReader reader;
  private final Chats chats;
  private final Outages outages;

  GraphApi(SimulatorSettings settings, Chats chats, Outages outages) {
    this.settings = settings;
    this.reader = new MessageReader(settings.templates());
    this.chats = chats;
    this.outages = outages;
  }

  int requests() {
    return requests.get();
  }

  @Override
  public void answer(Call call) throws IOException {
    requests.incrementAndGet();
    Faults faults = outages.next();
    try {
      requireAccess(call);
      if (faults.error() != null) {
        throw new GraphRefusal(GraphError.of(faults.error(), "Simulated by a fault"));
      }
      JsonNode json =
          call.json().orElseThrow(() -> GraphError.invalid("The body is no JSON object"));
      Outgoing outgoing = reader.read(json);
      ChatMessage message = chats.accept(outgoing);
      if (faults.loseAnswer()) {
        chats.deliver(outgoing.to(), message);
        outages.pause(LOST);
      } else {
        answer(call, faults, outgoing, message);
      }
    } catch (GraphRefusal e) {
      outages.pause(Duration.ofMillis(faults.delayMs()));
      call.answer(e.error().httpStatus(), e.error().json(secrets.newText()));
    }
  }

  private void answer(Call call, Faults faults, Outgoing outgoing, ChatMessage message)
      throws IOException {
    try {
      outages.pause(Duration.ofMillis(faults.delayMs()));
      byte[] accepted = Call.JSON.writeValueAsBytes(accepted(outgoing, message));
      int length = faults.spoilAnswer() ? accepted.length / 2 : accepted.length;
      call.answer(200, "application/json", Arrays.copyOf(accepted, length));
    } finally {
      // It was accepted, whether or not the sender still listens.
      chats.deliver(outgoing.to(), message);
    }
  }

  private void requireAccess(Call call) {
    byte[] expected = ("Bearer " + settings.accessToken()).getBytes(StandardCharsets.UTF_8);
    Optional<byte[]> given =
        call.header("Authorization").map(text -> text.getBytes(StandardCharsets.UTF_8));
    if (!given.map(bytes -> MessageDigest.isEqual(expected, bytes)).orElse(false)) {
      throw new GraphRefusal(GraphError.of(190, "The access token is missing or wrong"));
    }
    List<String> path = call.path();
    if (!call.method().equals("POST")
        || path.size() != 3
        || !path.get(1).equals(settings.phoneNumberId())
        || !path.get(2).equals("messages")) {
      throw new GraphRefusal(
          new GraphError(100, 33, "Unsupported request, or an object that does not exist"));
    }
  }

  private static ObjectNode accepted(Outgoing outgoing, ChatMessage message) {
    ObjectNode body = Call.JSON.createObjectNode().put("messaging_product", "whatsapp");
    body.putArray("contacts")
        .addObject()
        .put("input", outgoing.input())
        .put("wa_id", outgoing.to().waId());
    ObjectNode sent = body.putArray("messages").addObject().put("id", message.messageId());
    if (outgoing.isTemplate()) {
      sent.put("message_status", Status.ACCEPTED.text());
    }
    return body;
  }
}
