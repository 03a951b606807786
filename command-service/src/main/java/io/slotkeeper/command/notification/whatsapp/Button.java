package io.slotkeeper.command.notification.whatsapp;

/**
 * A button below a message.
 *
 * @param id comes back when it is tapped; at most 256 characters, without space around it
 * @param title 1 to 20 characters
 */
public record Button(String id, String title) {
  private static final int LONGEST_ID = 256;
  private static final int LONGEST_TITLE = 20;

  /** Refuses what Meta would refuse. */
  public Button {
    if (id.isEmpty() || id.length() > LONGEST_ID || !id.equals(id.strip())) {
      throw new IllegalArgumentException(
          "the id of a button has 1 to 256 characters and no space around it");
    }
    if (title.isBlank() || title.length() > LONGEST_TITLE) {
      throw new IllegalArgumentException("the title of a button has 1 to 20 characters");
    }
  }

  /** The id may carry a token that acts. */
  @Override
  public String toString() {
    return "Button[]";
  }
}
