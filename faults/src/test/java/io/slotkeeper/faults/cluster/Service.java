package io.slotkeeper.faults.cluster;

import java.nio.file.Path;

/** The two services, each as the jar that users run. */
public enum Service {
  COMMAND("command-service"),
  QUERY("query-service");

  private final String module;

  Service(String module) {
    this.module = module;
  }

  /** The schema that is its own. */
  public String schema() {
    return module.substring(0, module.indexOf('-'));
  }

  String nodeName(int number) {
    return "%s-%d".formatted(schema(), number);
  }

  Path jar() {
    return Path.of("..", module, "target", module + "-exec.jar").toAbsolutePath().normalize();
  }
}
