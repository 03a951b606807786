package io.slotkeeper.platform.validation;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

final class TimeOfDayFinder extends FlawFinder<TimeOfDay, String> {
  static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

  private boolean endOfDay;

  @Override
  public void initialize(TimeOfDay time) {
    endOfDay = time.endOfDay();
  }

  @Override
  protected @Nullable Flaw flawOf(String text) {
    return TIME.matcher(text).matches() || (endOfDay && text.equals("24:00"))
        ? Flaw.NONE
        : new Flaw("not-a-time", "must be a time such as 09:30");
  }
}
