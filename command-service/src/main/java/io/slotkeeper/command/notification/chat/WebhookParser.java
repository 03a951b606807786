package io.slotkeeper.command.notification.chat;

import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.command.notification.chat.Inbound.ButtonTap;
import io.slotkeeper.command.notification.chat.Inbound.StatusReport;
import io.slotkeeper.command.notification.chat.Inbound.TextMessage;
import io.slotkeeper.command.notification.chat.Inbound.Unsupported;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what Meta posts. What is not as expected is left out, alone: Meta adds fields and types
 * whenever it likes, and what one entry lacks is not the fault of the others.
 */
@Component
class WebhookParser {

  private static final Logger log = LoggerFactory.getLogger(WebhookParser.class);
  private static final Pattern WAMID = Pattern.compile("[!-~]{1,500}");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

  private final @Nullable String phoneNumberId;
  private final JsonMapper json = JsonMapper.builder().build();

  WebhookParser(WebhookSettings settings) {
    this.phoneNumberId = settings.phoneNumberId();
  }

  List<Inbound> parse(byte[] body) {
    JsonNode envelope;
    try {
      envelope = json.readTree(body);
    } catch (JacksonException e) {
      // Without the cause, which would repeat what it could not read.
      log.warn("A signed webhook of {} bytes is no JSON and is ignored", body.length);
      return List.of();
    }
    var found = new ArrayList<Inbound>();
    for (var entry : elements(envelope, "entry")) {
      for (var change : elements(entry, "changes")) {
        if ("messages".equals(text(change, "field")) && isOurs(change.path("value"))) {
          collect(change.path("value"), found);
        }
      }
    }
    return found;
  }

  private boolean isOurs(JsonNode value) {
    return phoneNumberId == null
        || phoneNumberId.equals(text(value.path("metadata"), "phone_number_id"));
  }

  private static void collect(JsonNode value, List<Inbound> found) {
    for (var message : elements(value, "messages")) {
      message(message).ifPresent(found::add);
    }
    for (var status : elements(value, "statuses")) {
      status(status).ifPresent(found::add);
    }
  }

  private static Optional<Inbound> message(JsonNode message) {
    var wamid = wamid(message);
    var at = at(message);
    var type = text(message, "type");
    // A system message is Meta's own, such as that somebody has changed their number.
    if (wamid == null || at == null || type == null || type.equals("system")) {
      return Optional.empty();
    }
    var from = from(message);
    var payload = payload(message, type);
    if (payload != null) {
      var context = text(message.path("context"), "id");
      return Optional.of(new ButtonTap(wamid, from, at, payload, context));
    }
    var text = type.equals("text") ? text(message.path("text"), "body") : null;
    return Optional.of(
        text == null ? new Unsupported(wamid, from, at) : new TextMessage(wamid, from, at, text));
  }

  private static @Nullable String payload(JsonNode message, String type) {
    return switch (type) {
      case "button" -> text(message.path("button"), "payload");
      case "interactive" -> {
        var interactive = message.path("interactive");
        var button = text(interactive.path("button_reply"), "id");
        yield button == null ? text(interactive.path("list_reply"), "id") : button;
      }
      default -> null;
    };
  }

  private static Optional<Inbound> status(JsonNode status) {
    var wamid = wamid(status);
    var at = at(status);
    var reached = text(status, "status");
    if (wamid == null || at == null || reached == null) {
      return Optional.empty();
    }
    var code = status.path("errors").path(0).path("code");
    return Optional.of(
        new StatusReport(
            wamid,
            reached,
            at,
            text(status, "biz_opaque_callback_data"),
            code.isIntegralNumber() || code.isString() ? code.asString() : null));
  }

  private static Iterable<JsonNode> elements(JsonNode parent, String name) {
    var child = parent.path(name);
    return child.isArray() ? child : List.of();
  }

  private static @Nullable String text(JsonNode parent, String name) {
    var child = parent.path(name);
    return child.isString() ? child.asString() : null;
  }

  /** Visible ASCII: PostgreSQL takes no NUL, and keys of any length would be tried for a week. */
  private static @Nullable String wamid(JsonNode parent) {
    var id = text(parent, "id");
    return id != null && WAMID.matcher(id).matches() ? id : null;
  }

  private static @Nullable Instant at(JsonNode parent) {
    var stamp = parent.path("timestamp");
    var seconds = stamp.isString() || stamp.isIntegralNumber() ? stamp.asString() : "";
    return SECONDS.matcher(seconds).matches()
        ? Instant.ofEpochSecond(Long.parseLong(seconds))
        : null;
  }

  private static @Nullable PhoneNumber from(JsonNode message) {
    var digits = text(message, "from");
    if (digits == null) {
      return null;
    }
    try {
      return new PhoneNumber(digits.startsWith("+") ? digits : "+" + digits);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
