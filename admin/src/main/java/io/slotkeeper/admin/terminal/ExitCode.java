package io.slotkeeper.admin.terminal;

/** How the program ends. */
public final class ExitCode {
  /** A service has refused, or something is wrong. */
  public static final int PROBLEM = 1;

  /** The command line cannot be understood. */
  public static final int USAGE = 2;

  /** A service does not answer. */
  public static final int UNREACHABLE = 3;

  private ExitCode() {}
}
