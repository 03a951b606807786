package io.slotkeeper.command.notification.chat;

import java.util.Optional;
import java.util.stream.Stream;

/** What a button does. The letters are in chats already: they never change. */
public enum ButtonAction {
  /** The owner says yes. */
  APPROVE("A", "confirm"),
  /** The owner says no. */
  REJECT("R", "reject"),
  /** The customer calls the booking off. */
  CANCEL("C", "cancel");

  private final String letter;
  private final String word;

  ButtonAction(String letter, String word) {
    this.letter = letter;
    this.word = word;
  }

  /** What it is called in the causes of events. */
  String word() {
    return word;
  }

  String letter() {
    return letter;
  }

  static Optional<ButtonAction> of(String letter) {
    return Stream.of(values()).filter(action -> action.letter.equals(letter)).findFirst();
  }
}
