package io.slotkeeper.admin;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of the jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    var version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "slotkeeper-admin " + Objects.requireNonNullElse(version, "(not from its jar)")
    };
  }
}
