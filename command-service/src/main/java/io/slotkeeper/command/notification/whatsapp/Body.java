package io.slotkeeper.command.notification.whatsapp;

import java.util.List;

/** What a message says. Texts that are too long are shortened; anything else too long is a bug. */
public sealed interface Body {
  /** Words alone, at most 4096 characters; within 24 hours of the recipient's last message only. */
  record Text(String text) implements Body {
    private static final int LONGEST = 4096;

    /** Shortens what is too long. */
    public Text {
      text = Shortened.to(LONGEST, text);
    }

    /** Personal. */
    @Override
    public String toString() {
      return "Text[]";
    }
  }

  /** Words, at most 1024 characters, above 1 to 3 buttons; within the same 24 hours only. */
  record Buttons(String text, List<Button> buttons) implements Body {
    private static final int LONGEST = 1024;

    /** Shortens a text that is too long. */
    public Buttons {
      text = Shortened.to(LONGEST, text);
      buttons = List.copyOf(buttons);
      if (buttons.isEmpty() || buttons.size() > 3) {
        throw new IllegalArgumentException("a message has 1 to 3 buttons");
      }
      if (buttons.stream().map(Button::title).distinct().count() < buttons.size()) {
        throw new IllegalArgumentException("the titles of buttons differ");
      }
    }

    /** Personal. */
    @Override
    public String toString() {
      return "Buttons[%d]".formatted(buttons.size());
    }
  }

  /**
   * A text that Meta has approved, at any time.
   *
   * @param language as it was uploaded, {@code es}
   * @param parameters what fills its variables
   * @param buttonPayloads what its quick replies send back, at most 128 characters each
   */
  record Template(
      String name, String language, List<String> parameters, List<String> buttonPayloads)
      implements Body {
    private static final int LONGEST_PARAMETER = 1024;
    // Meta gives no limit; other senders have met this one.
    private static final int LONGEST_PAYLOAD = 128;

    /** Shortens parameters that are too long. */
    public Template {
      if (name.isBlank() || language.isBlank()) {
        throw new IllegalArgumentException("a template has a name and a language");
      }
      parameters = parameters.stream().map(each -> Shortened.to(LONGEST_PARAMETER, each)).toList();
      buttonPayloads = List.copyOf(buttonPayloads);
      if (buttonPayloads.stream()
          .anyMatch(each -> each.isBlank() || each.length() > LONGEST_PAYLOAD)) {
        throw new IllegalArgumentException("the payload of a button has 1 to 128 characters");
      }
    }

    /** Personal but for the name. */
    @Override
    public String toString() {
      return "Template[%s.%s]".formatted(name, language);
    }
  }
}
