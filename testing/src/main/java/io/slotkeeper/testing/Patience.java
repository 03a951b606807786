package io.slotkeeper.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Lets whoever awaits something wait for as long as a busy machine may need. Only a test that fails
 * takes longer for it; JUnit finds this class by its service file.
 */
public final class Patience implements LauncherSessionListener {

  private static final Duration LONGEST = Duration.ofMinutes(1);

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Awaitility.setDefaultTimeout(LONGEST);
  }
}
