package io.slotkeeper.quickstart.simulator;

import io.slotkeeper.platform.foundation.Secrets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All phones. What is told of a change is queued under its lock, so that it is told in order. */
final class Chats {

  private final Map<Phone, Chat> chats = new LinkedHashMap<>();
  private final List<SentMessage> received = new ArrayList<>();
  private final Secrets secrets = Secrets.create();
  private final Clock clock;
  private final Envelope envelope;
  private final Webhooks webhooks;

  Chats(Clock clock, Envelope envelope, Webhooks webhooks) {
    this.clock = clock;
    this.envelope = envelope;
    this.webhooks = webhooks;
  }

  synchronized List<Phone> phones() {
    return List.copyOf(chats.keySet());
  }

  synchronized List<ChatMessage> of(Phone phone) {
    return Optional.ofNullable(chats.get(phone)).map(Chat::messages).orElse(List.of());
  }

  synchronized List<SentMessage> received() {
    return List.copyOf(received);
  }

  synchronized ChatMessage accept(Outgoing outgoing) {
    Instant now = clock.instant();
    Chat chat = chats.getOrDefault(outgoing.to(), new Chat());
    if (!outgoing.isTemplate() && !chat.isWindowOpen(now)) {
      throw new GraphRefusal(
          GraphError.of(131047, "More than 24 hours have passed since the customer last replied"));
    }
    chats.putIfAbsent(outgoing.to(), chat);
    ChatMessage message = ChatMessage.of(outgoing, mint(), now);
    chat.add(message);
    received.add(
        new SentMessage(
            outgoing.to().number(),
            outgoing.callbackData(),
            now,
            message.messageId(),
            message.text()));
    return message;
  }

  synchronized void deliver(Phone phone, ChatMessage message) {
    Instant now = clock.instant();
    chat(phone).set(message.messageId(), Status.DELIVERED);
    webhooks.post(
        List.of(
            envelope.status(phone, message, Status.SENT, now),
            envelope.status(phone, message, Status.DELIVERED, now)));
  }

  synchronized ChatMessage say(Phone phone, String text) {
    ChatMessage said = ChatMessage.said(phone, text, mint(), clock.instant());
    answer(phone, said, envelope.text(phone, said));
    return said;
  }

  synchronized ChatMessage tap(Phone phone, String messageId, String title) {
    ChatMessage tapped =
        Optional.ofNullable(chats.get(phone))
            .flatMap(chat -> chat.find(messageId))
            .orElseThrow(() -> new Refusal(404, "This chat has no such message"));
    Button button =
        tapped
            .button(title)
            .orElseThrow(() -> new Refusal(400, "The message has no button of this title"));
    ChatMessage said = ChatMessage.said(phone, title, mint(), clock.instant());
    answer(phone, said, envelope.tap(phone, said, tapped, button));
    return said;
  }

  private void answer(Phone phone, ChatMessage said, byte[] webhook) {
    Chat chat = chats.computeIfAbsent(phone, unknown -> new Chat());
    List<byte[]> posts = new ArrayList<>();
    for (ChatMessage line : chat.read()) {
      posts.add(envelope.status(phone, line, Status.READ, said.at()));
    }
    chat.addInbound(said);
    posts.add(webhook);
    webhooks.post(posts);
  }

  private Chat chat(Phone phone) {
    return Optional.ofNullable(chats.get(phone)).orElseThrow();
  }

  private String mint() {
    return "wamid." + secrets.newText();
  }
}
