package io.slotkeeper.command.notification.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.command.notification.chat.Inbound.ButtonTap;
import io.slotkeeper.command.notification.chat.Inbound.StatusReport;
import io.slotkeeper.command.notification.chat.Inbound.TextMessage;
import io.slotkeeper.command.notification.chat.Inbound.Unsupported;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookParserTest {
  private static final Instant AT = Instant.ofEpochSecond(1_749_416_383);
  private static final PhoneNumber FROM = new PhoneNumber("+34600111222");
  private static final String HEAD = "\"from\":\"34600111222\",\"timestamp\":\"1749416383\",";

  private final WebhookParser parser =
      new WebhookParser(new WebhookSettings(null, null, null, "1000"));

  private List<Inbound> parse(String json) {
    return parser.parse(json.getBytes(UTF_8));
  }

  private List<Inbound> messages(String messages) {
    return parse(envelope("1000", "\"messages\":[%s]".formatted(messages)));
  }

  private static String envelope(String phoneNumberId, String members) {
    return """
    {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",
     "value":{"messaging_product":"whatsapp","metadata":{"phone_number_id":"%s"},%s}}]}]}\
    """
        .formatted(phoneNumberId, members);
  }

  @Test
  void readsTapsOfEveryKind() {
    var tap = new ButtonTap("wamid.1", FROM, AT, "A.x", "wamid.0");
    var context = "\"id\":\"wamid.1\",\"context\":{\"id\":\"wamid.0\"},";
    assertThat(
            messages(
                "{"
                    + HEAD
                    + context
                    + "\"type\":\"button\",\"button\":{\"payload\":\"A.x\",\"text\":\"Yes\"}}"))
        .containsExactly(tap);
    for (var kind : List.of("button_reply", "list_reply")) {
      assertThat(
              messages(
                  "{"
                      + HEAD
                      + context
                      + "\"type\":\"interactive\",\"interactive\":{\"%s\":{\"id\":\"A.x\"}}}"
                          .formatted(kind)))
          .containsExactly(tap);
    }
  }

  @Test
  void readsTextsAndLeavesOutWhatIsBrokenBesideThem() {
    assertThat(
            messages(
                """
                7, null, {"id":3}, {"id":"wamid.2","timestamp":{},"type":"text"},
                {"id":"a\\u0000b","timestamp":"1","type":"text"},
                {"id":"wamid.3","type":"system","timestamp":"1"},
                {%1$s"id":"wamid.4","type":"image","image":{"id":"5"}},
                {%1$s"id":"wamid.5","type":"text","text":"no object"},
                {"from":"x","id":"wamid.6","timestamp":1749416383,"type":"text",
                 "text":{"body":"Hola"}},
                {%1$s"id":"wamid.7","type":"text","text":{"body":"Jos\\u00e9"}}\
                """
                    .formatted(HEAD)))
        .containsExactly(
            new Unsupported("wamid.4", FROM, AT),
            new Unsupported("wamid.5", FROM, AT),
            new TextMessage("wamid.6", null, AT, "Hola"),
            new TextMessage("wamid.7", FROM, AT, "José"));
  }

  @Test
  void readsStatuses() {
    assertThat(
            parse(
                envelope(
                    "1000",
                    """
                    "statuses":[
                     {"id":"wamid.1","status":"delivered","timestamp":"1749416383"},
                     {"id":"wamid.2","status":"failed","timestamp":"1749416383",
                      "biz_opaque_callback_data":"ntf","errors":[{"code":131026}]},
                     {"id":"wamid.3","status":{},"timestamp":"1"}]\
                    """)))
        .containsExactly(
            new StatusReport("wamid.1", "delivered", AT, null, null),
            new StatusReport("wamid.2", "failed", AT, "ntf", "131026"));
  }

  @Test
  void leavesOutWhatIsForOthers() {
    var text = "{%s\"id\":\"wamid.1\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}".formatted(HEAD);
    var members = "\"messages\":[%s]".formatted(text);
    assertThat(parse(envelope("2000", members))).isEmpty();
    assertThat(parse(envelope("1000", members))).hasSize(1);
  }

  @Test
  void readsNothingFromWhatIsNoJsonOrOfAnotherShape() {
    for (var body : List.of("", "{", "[]", "7", "null", "{\"entry\":7}", "{\"entry\":[[],{}]}")) {
      assertThat(parse(body)).as(body).isEmpty();
    }
    assertThat(parse("[".repeat(100_000))).isEmpty();
  }
}
