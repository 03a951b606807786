package io.slotkeeper.quickstart.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.quickstart.simulator.Receiver.Webhook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SimulatorWebhooksTest {

  private final Business business = new Business();

  SimulatorWebhooksTest() throws IOException {}

  @AfterEach
  void close() {
    business.close();
  }

  @Test
  void tellsThatAMessageWasSentAndDelivered() {
    String messageId = business.sendTemplate("Ana", "10:00").messageId();

    awaitStatuses("sent", "delivered");
    JsonNode value = business.receiver.taken().getFirst().value();
    assertThat(value.at("/metadata/phone_number_id").asString()).isEqualTo("1001");
    assertThat(value.at("/metadata/display_phone_number").asString()).isEqualTo("15550100");
    JsonNode status = value.at("/statuses/0");
    assertThat(status.path("id").asString()).isEqualTo(messageId);
    assertThat(status.path("recipient_id").asString()).isEqualTo("34612345678");
    assertThat(status.path("biz_opaque_callback_data").asString()).isEqualTo("notification-1");
    assertThat(status.path("timestamp").isString()).isTrue();
    assertThat(status.path("timestamp").asString())
        .isEqualTo(Long.toString(business.clock.instant().getEpochSecond()));
    assertThat(business.chat().getFirst().path("status").asString()).isEqualTo("delivered");
  }

  @Test
  void signsTheBytesThatItSendsWithEverythingButAsciiEscaped() throws GeneralSecurityException {
    business.say("Olé 😀");

    await().until(() -> business.receiver.messages().size() == 1);
    Webhook webhook = business.receiver.taken().getFirst();
    assertThat(webhook.body())
        .containsIgnoringCase("Ol\\u00e9 \\ud83d\\ude00")
        .matches("\\p{ASCII}*");
    assertThat(business.receiver.messages().getFirst().at("/text/body").asString())
        .isEqualTo("Olé 😀");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Business.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    assertThat(webhook.signature())
        .isEqualTo(
            "sha256="
                + HexFormat.of()
                    .formatHex(mac.doFinal(webhook.body().getBytes(StandardCharsets.ISO_8859_1))));
  }

  @Test
  void bringsBackThePayloadOfATemplatesButton() {
    String messageId = business.sendTemplate("Ana", "10:00").messageId();
    awaitStatuses("sent", "delivered");

    assertThat(business.tap(messageId, "Reject").status()).isEqualTo(200);

    awaitStatuses("sent", "delivered", "read");
    await().until(() -> business.receiver.messages().size() == 1);
    JsonNode tap = business.receiver.messages().getFirst();
    assertThat(tap.path("from").asString()).isEqualTo("34612345678");
    assertThat(tap.path("id").asString()).startsWith("wamid.");
    assertThat(tap.path("type").asString()).isEqualTo("button");
    assertThat(tap.at("/context/from").asString()).isEqualTo("15550100");
    assertThat(tap.at("/context/id").asString()).isEqualTo(messageId);
    assertThat(tap.at("/button/payload").asString()).isEqualTo("R.x");
    assertThat(tap.at("/button/text").asString()).isEqualTo("Reject");
    assertThat(business.chat())
        .extracting(line -> line.path("status").asString())
        .containsExactly("read", "received");
  }

  @Test
  void bringsBackTheIdOfAReplyButton() {
    business.say("cancel");
    String messageId = business.sendButtons(List.of("Cancel", "Keep")).messageId();

    business.tap(messageId, "Keep");

    await().until(() -> business.receiver.messages().size() == 2);
    JsonNode tap = business.receiver.messages().get(1);
    assertThat(tap.path("type").asString()).isEqualTo("interactive");
    assertThat(tap.at("/context/id").asString()).isEqualTo(messageId);
    assertThat(tap.at("/interactive/type").asString()).isEqualTo("button_reply");
    assertThat(tap.at("/interactive/button_reply/id").asString()).isEqualTo("id-Keep");
    assertThat(tap.at("/interactive/button_reply/title").asString()).isEqualTo("Keep");
  }

  @Test
  void repeatsInOrderWhatIsNotTaken() {
    business.receiver.refuseOnce(503);
    business.receiver.refuseOnce(201);

    business.sendTemplate("Ana", "10:00");

    awaitStatuses("sent", "delivered");
    assertThat(business.receiver.hasRefusedAll()).isTrue();
  }

  @Test
  void postsTwiceWhereAsked() {
    business.faults(Map.of("duplicateWebhooks", true));

    business.sendTemplate("Ana", "10:00");

    awaitStatuses("sent", "delivered", "sent", "delivered");
  }

  @Test
  void postsOutOfOrderWhereAsked() {
    business.faults(Map.of("shuffleWebhooks", true));

    business.sendTemplate("Ana", "10:00");

    awaitStatuses("delivered", "sent");
  }

  private void awaitStatuses(String... statuses) {
    await().untilAsserted(() -> assertThat(business.receiver.statuses()).containsExactly(statuses));
  }
}
