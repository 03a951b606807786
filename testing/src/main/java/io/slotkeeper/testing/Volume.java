package io.slotkeeper.testing;

/**
 * How much a test does. Every build has enough to find what is wrong; {@code
 * -Dslotkeeper.test.full=true} does as much as was promised, and takes minutes longer.
 */
public final class Volume {

  private static final boolean FULL = Boolean.getBoolean("slotkeeper.test.full");

  private Volume() {}

  /** The number for this run. */
  public static int of(int everyBuild, int full) {
    return FULL ? full : everyBuild;
  }
}
