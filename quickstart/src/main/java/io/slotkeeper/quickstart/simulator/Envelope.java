package io.slotkeeper.quickstart.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes webhooks as Meta does, everything but ASCII escaped. */
final class Envelope {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final String ACCOUNT = "102290129340398";

  private final String phoneNumberId;
  private final String displayPhoneNumber;

  Envelope(SimulatorSettings settings) {
    this.phoneNumberId = settings.phoneNumberId();
    this.displayPhoneNumber = settings.displayPhoneNumber().replaceAll("\\D", "");
  }

  byte[] status(Phone phone, ChatMessage message, Status status, Instant at) {
    ObjectNode event = JSON.createObjectNode();
    event.put("id", message.messageId());
    event.put("status", status.text());
    event.put("timestamp", seconds(at));
    event.put("recipient_id", phone.waId());
    message.callbackData().ifPresent(text -> event.put("biz_opaque_callback_data", text));
    ObjectNode value = value();
    value.putArray("statuses").add(event);
    return wrap(value);
  }

  byte[] text(Phone phone, ChatMessage said) {
    ObjectNode message = message(phone, said, "text");
    message.putObject("text").put("body", said.text());
    return inbound(phone, message);
  }

  byte[] tap(Phone phone, ChatMessage said, ChatMessage tapped, Button button) {
    boolean template = tapped.kind() == Kind.TEMPLATE;
    ObjectNode message = message(phone, said, template ? "button" : "interactive");
    message.putObject("context").put("from", displayPhoneNumber).put("id", tapped.messageId());
    if (template) {
      message.putObject("button").put("payload", button.payload()).put("text", button.title());
    } else {
      message
          .putObject("interactive")
          .put("type", "button_reply")
          .putObject("button_reply")
          .put("id", button.payload())
          .put("title", button.title());
    }
    return inbound(phone, message);
  }

  private static ObjectNode message(Phone phone, ChatMessage said, String type) {
    return JSON.createObjectNode()
        .put("from", phone.waId())
        .put("id", said.messageId())
        .put("timestamp", seconds(said.at()))
        .put("type", type);
  }

  private byte[] inbound(Phone phone, ObjectNode message) {
    ObjectNode value = value();
    ObjectNode contact = value.putArray("contacts").addObject();
    contact.putObject("profile").put("name", "Simulated phone");
    contact.put("wa_id", phone.waId());
    value.putArray("messages").add(message);
    return wrap(value);
  }

  private ObjectNode value() {
    ObjectNode value = JSON.createObjectNode().put("messaging_product", "whatsapp");
    value
        .putObject("metadata")
        .put("display_phone_number", displayPhoneNumber)
        .put("phone_number_id", phoneNumberId);
    return value;
  }

  private static byte[] wrap(ObjectNode value) {
    ObjectNode envelope = JSON.createObjectNode().put("object", "whatsapp_business_account");
    ObjectNode entry = envelope.putArray("entry").addObject().put("id", ACCOUNT);
    entry.putArray("changes").addObject().put("field", "messages").set("value", value);
    return JSON.writeValueAsString(envelope).getBytes(StandardCharsets.US_ASCII);
  }

  private static String seconds(Instant at) {
    return Long.toString(at.getEpochSecond());
  }
}
