package io.slotkeeper.command.node;

import io.slotkeeper.api.Refused;
import org.hamcrest.CoreMatchers;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;

/** Refusals in short: the code, the rule and the state where there are such. */
public final class Refusals {

  private Refusals() {}

  public static String inShort(Throwable thrown) {
    if (!(thrown instanceof Refused refused)) {
      return "not refused: " + thrown;
    }
    var text = new StringBuilder(refused.code().text());
    var details = refused.details();
    if (details.containsKey("rule")) {
      text.append(' ').append(details.get("rule"));
    }
    if (details.containsKey("from")) {
      text.append(" from ").append(details.get("from"));
    }
    return text.toString();
  }

  public static Matcher<Throwable> refusedAs(String expected) {
    return new FeatureMatcher<>(CoreMatchers.equalTo(expected), "a refusal", "refusal") {
      @Override
      protected String featureValueOf(Throwable thrown) {
        return inShort(thrown);
      }
    };
  }

  /** What became of it: {@code done}, or the refusal in short. */
  public static String outcomeOf(Runnable command) {
    try {
      command.run();
      return "done";
    } catch (Refused refused) {
      return inShort(refused);
    }
  }
}
