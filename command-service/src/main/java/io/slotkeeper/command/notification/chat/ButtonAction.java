package io.slotkeeper.command.notification.chat;

import java.util.Optional;
import java.util.stream.Stream;

/** What a button does. The letters are in chats already: they never change. */
public enum ButtonAction {
  /** The owner says yes. */
  APPROVE("A"),
  /** The owner says no. */
  REJECT("R"),
  /** The customer calls the booking off. */
  CANCEL("C");

  private final String letter;

  ButtonAction(String letter) {
    this.letter = letter;
  }

  String letter() {
    return letter;
  }

  static Optional<ButtonAction> of(String letter) {
    return Stream.of(values()).filter(action -> action.letter.equals(letter)).findFirst();
  }
}
