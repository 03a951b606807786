package io.slotkeeper.command.notification.chat;

import java.util.Optional;

/** Recognises the few words that mean something, in all languages that are spoken here. */
@FunctionalInterface
public interface Words {
  /** What a text says, if it is one of them. */
  Optional<Word> in(String text);

  /** What a word asks for. */
  enum Word {
    /** No more messages. */
    STOP,
    /** Messages again. */
    START,
    /** To call a booking off. */
    CANCEL
  }
}
