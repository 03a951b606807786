package io.slotkeeper.admin;

/** How the program ends. */
final class ExitCode {
  /** A service has refused, or something is wrong. */
  static final int PROBLEM = 1;

  /** The command line cannot be understood. */
  static final int USAGE = 2;

  /** A service does not answer. */
  static final int UNREACHABLE = 3;

  private ExitCode() {}
}
