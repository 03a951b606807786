package io.slotkeeper.quickstart.embedded;

import java.nio.file.Path;

/** Where the tests keep PostgreSQL's programs, so that they are extracted once. */
public final class Binaries {

  public static final Path DIRECTORY = Path.of("target", "binaries").toAbsolutePath();

  private Binaries() {}
}
