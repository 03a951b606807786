package io.slotkeeper.quickstart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.quickstart.simulator.Business.Answer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SimulatorTest {

  private final Business business = new Business();

  SimulatorTest() throws IOException {}

  @AfterEach
  void close() {
    business.close();
  }

  @Test
  void acceptsTemplateAndShowsItsText() {
    Answer answer = business.sendTemplate("Ana", "10:00");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/messaging_product").asString()).isEqualTo("whatsapp");
    assertThat(answer.json().at("/contacts/0/input").asString()).isEqualTo(Business.PHONE);
    assertThat(answer.json().at("/contacts/0/wa_id").asString()).isEqualTo("34612345678");
    assertThat(answer.messageId()).startsWith("wamid.");
    assertThat(answer.json().at("/messages/0/message_status").asString()).isEqualTo("accepted");

    JsonNode line = business.chat().getFirst();
    assertThat(line.propertyNames())
        .containsExactlyInAnyOrder("messageId", "from", "kind", "text", "buttons", "at", "status");
    assertThat(line.path("messageId").asString()).isEqualTo(answer.messageId());
    assertThat(line.path("from").asString()).isEqualTo("business");
    assertThat(line.path("kind").asString()).isEqualTo("template");
    assertThat(line.path("text").asString()).isEqualTo(Business.TEMPLATE_TEXT);
    assertThat(line.path("buttons").toString())
        .isEqualTo("[{\"title\":\"Approve\"},{\"title\":\"Reject\"}]");
    assertThat(line.path("at").asString()).isEqualTo("2026-11-24T09:00:00Z");
  }

  @Test
  void keepsWhatItAccepted() {
    String messageId = business.sendTemplate("Ana", "10:00").messageId();
    business.sendTemplate("Ana");

    assertThat(business.simulator.requests()).isEqualTo(2);
    assertThat(business.simulator.received()).hasSize(1);
    SentMessage sent = business.simulator.received().getFirst();
    assertThat(sent.to()).isEqualTo(Business.PHONE);
    assertThat(sent.callbackData()).contains("notification-1");
    assertThat(sent.at()).isEqualTo(business.clock.instant());
    assertThat(sent.messageId()).isEqualTo(messageId);
    assertThat(sent.text()).isEqualTo(Business.TEMPLATE_TEXT);
  }

  @Test
  void refusesWrongTokenAsMetaDoes() {
    Answer answer = business.sendWith("1001", "wrong");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo(190);
    assertThat(answer.json().at("/error/type").asString()).isEqualTo("OAuthException");
    assertThat(answer.json().at("/error/fbtrace_id").asString()).isNotEmpty();
    assertThat(answer.json().at("/error/error_data/details").asString()).isNotEmpty();
  }

  @Test
  void refusesUnknownPhoneNumberId() {
    Answer answer = business.sendWith("1002", "token");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(100);
    assertThat(answer.json().at("/error/error_subcode").asInt()).isEqualTo(33);
  }

  @Test
  void refusesPhoneWithoutPlus() {
    Answer answer = business.sendTo("34612345678", Business.template("approval", "Ana", "10:00"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(100);
    assertThat(business.simulator.received()).isEmpty();
  }

  @Test
  void takesPhoneWithSpacesForTheSamePhone() {
    business.sendTo("+34 612-345-678", Business.template("approval", "Ana", "10:00"));

    assertThat(business.chat()).hasSize(1);
    assertThat(business.get("/simulator/chats").body()).isEqualTo("[\"+34612345678\"]");
  }

  @Test
  void refusesUnknownTemplateAndWrongNumberOfParameters() {
    Answer unknown = business.send(Business.template("other", "Ana", "10:00"));
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.code()).isEqualTo(132001);

    Answer tooFew = business.sendTemplate("Ana");
    assertThat(tooFew.status()).isEqualTo(400);
    assertThat(tooFew.code()).isEqualTo(132000);
  }

  @Test
  void takesFreeTextOnlyWithinADayOfTheLastAnswer() {
    Answer before = business.sendText("Hello");
    assertThat(before.status()).isEqualTo(400);
    assertThat(before.code()).isEqualTo(131047);

    business.say("Hi");
    business.clock.advance(Duration.ofHours(24).minusSeconds(1));
    Answer inside = business.sendText("Hello");
    assertThat(inside.status()).isEqualTo(200);
    assertThat(inside.json().at("/messages/0").has("message_status")).isFalse();

    business.clock.advance(Duration.ofSeconds(1));
    assertThat(business.sendButtons(List.of("Yes")).code()).isEqualTo(131047);
  }

  @Test
  void opensTheWindowWhenAButtonIsTapped() {
    String messageId = business.sendTemplate("Ana", "10:00").messageId();

    business.tap(messageId, "Approve");

    assertThat(business.sendText("Thank you").status()).isEqualTo(200);
  }

  @Test
  void refusesWhatBreaksTheLimits() {
    business.say("Hi");

    assertThat(business.sendButtons(List.of()).code()).isEqualTo(131009);
    assertThat(business.sendButtons(List.of("a", "b", "c", "d")).code()).isEqualTo(131009);
    assertThat(business.sendButtons(List.of("a", "a")).code()).isEqualTo(131009);
    assertThat(business.sendButtons(List.of(" ")).code()).isEqualTo(131009);
    assertThat(business.sendButtons(List.of("")).code()).isEqualTo(100);
    assertThat(business.sendButtons(List.of("x".repeat(21))).code()).isEqualTo(131009);
    assertThat(business.sendText("x".repeat(4097)).code()).isEqualTo(131009);
    assertThat(business.sendText("").code()).isEqualTo(100);
    assertThat(business.send(Map.of("type", "sticker")).code()).isEqualTo(100);

    assertThat(business.sendButtons(List.of("a", "b", "x".repeat(20))).status()).isEqualTo(200);
    assertThat(business.sendText("x".repeat(4096)).status()).isEqualTo(200);
    assertThat(business.simulator.received()).hasSize(2);
  }

  @Test
  void refusesTapsOfWhatIsNotThere() {
    String messageId = business.sendTemplate("Ana", "10:00").messageId();

    assertThat(business.tap("wamid.other", "Approve").status()).isEqualTo(404);
    Answer answer = business.tap(messageId, "Perhaps");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asString()).isNotEmpty();
    assertThat(business.say(" ").status()).isEqualTo(400);
  }

  @Test
  void refusesWhatAForeignPageCouldSend() {
    Answer answer =
        business.exchange(
            HttpRequest.newBuilder(
                    business.simulator.url().resolve("/simulator/chats/+34612345678/say"))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"Hi\"}")));

    assertThat(answer.status()).isEqualTo(415);
    assertThat(business.chat()).isEmpty();
  }
}
