package io.slotkeeper.command.notification.whatsapp;

final class Shortened {
  private Shortened() {}

  static String to(int longest, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a message says something");
    }
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    // Half of an emoji is not a character.
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}
