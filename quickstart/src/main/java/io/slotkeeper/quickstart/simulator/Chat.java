package io.slotkeeper.quickstart.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one phone shows; guarded by {@link Chats}. */
final class Chat {

  private static final Duration WINDOW = Duration.ofHours(24);

  private final List<ChatMessage> messages = new ArrayList<>();
  private @Nullable Instant lastInbound;

  void add(ChatMessage message) {
    messages.add(message);
  }

  void addInbound(ChatMessage message) {
    messages.add(message);
    lastInbound = message.at();
  }

  boolean isWindowOpen(Instant now) {
    return lastInbound != null && now.isBefore(lastInbound.plus(WINDOW));
  }

  List<ChatMessage> messages() {
    return List.copyOf(messages);
  }

  Optional<ChatMessage> find(String messageId) {
    return messages.stream().filter(line -> line.messageId().equals(messageId)).findFirst();
  }

  void set(String messageId, Status status) {
    messages.replaceAll(line -> line.messageId().equals(messageId) ? line.with(status) : line);
  }

  /** Whoever answers has the chat open. */
  List<ChatMessage> read() {
    List<ChatMessage> unread =
        messages.stream().filter(line -> line.status() == Status.DELIVERED).toList();
    unread.forEach(line -> set(line.messageId(), Status.READ));
    return unread;
  }
}
