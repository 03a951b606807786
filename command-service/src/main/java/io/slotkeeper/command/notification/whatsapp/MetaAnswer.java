package io.slotkeeper.command.notification.whatsapp;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What Meta says to a message. */
record MetaAnswer(int status, @Nullable String retryAfter, String body) {
  private static final Logger log = LoggerFactory.getLogger(MetaAnswer.class);
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Meta's name for the message that it has taken.
   *
   * @throws NotSent where it has not
   * @throws OutcomeUnknown where it does not say
   */
  String messageId() {
    var json = read();
    var error = json.path("error");
    if (error.path("code").isIntegralNumber()) {
      throw refused(error);
    }
    if (status >= 200 && status < 300) {
      var id = json.path("messages").path(0).path("id").asString("");
      if (id.isEmpty()) {
        throw new OutcomeUnknown("unreadable-answer");
      }
      return id;
    }
    log.warn("WhatsApp answers {} without a code", status);
    throw new NotSent(MetaErrors.byStatus(status), "http-" + status, pause());
  }

  private NotSent refused(JsonNode error) {
    int code = error.path("code").asInt(0);
    var failureClass = MetaErrors.classify(code, status);
    // Neither the message nor the details of an error: they may repeat what was sent.
    log.warn(
        "WhatsApp refuses a message: code {}, HTTP {}, {}, fbtrace_id {}",
        code,
        status,
        failureClass,
        error.path("fbtrace_id").asString("").replaceAll("[^\\w-]", ""));
    return new NotSent(failureClass, String.valueOf(code), pause());
  }

  private JsonNode read() {
    try {
      return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  /** In seconds; a date is as good as nothing, since clocks differ. */
  private @Nullable Duration pause() {
    return retryAfter != null && retryAfter.matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(retryAfter))
        : null;
  }

  /** Personal: Meta repeats the number. */
  @Override
  public String toString() {
    return "MetaAnswer[status=%d]".formatted(status);
  }
}
