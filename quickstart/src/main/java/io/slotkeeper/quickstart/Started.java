package io.slotkeeper.quickstart;

import io.slotkeeper.quickstart.embedded.CannotStart;
import java.util.ArrayDeque;
import java.util.Deque;

/** What runs, to be stopped in the opposite order, be it while more of it is being started. */
final class Started implements AutoCloseable {

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private boolean stopped;

  <T extends AutoCloseable> T add(T part) {
    if (!keep(part)) {
      close(part);
      throw new CannotStart("Slotkeeper was stopped while it started");
    }
    return part;
  }

  private synchronized boolean keep(AutoCloseable part) {
    if (!stopped) {
      parts.push(part);
    }
    return !stopped;
  }

  synchronized boolean isStopped() {
    return stopped;
  }

  @Override
  public void close() {
    for (AutoCloseable part : take()) {
      close(part);
    }
  }

  private synchronized Deque<AutoCloseable> take() {
    stopped = true;
    Deque<AutoCloseable> taken = new ArrayDeque<>(parts);
    parts.clear();
    return taken;
  }

  /** A part that does not stop must not keep the next from being stopped. */
  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      System.err.println("Slotkeeper did not stop in order: " + e.getMessage());
    }
  }
}
