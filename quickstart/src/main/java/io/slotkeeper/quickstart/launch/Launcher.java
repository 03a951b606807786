package io.slotkeeper.quickstart.launch;

import java.lang.reflect.InvocationTargetException;

/**
 * The main class of the executable jar: where Java is too old, the rest cannot even be loaded, so
 * this one is compiled for Java 8 and says so.
 */
public final class Launcher {

  private static final int OLDEST = 21;

  private Launcher() {}

  /** Hands over to Spring Boot's loader. */
  public static void main(String[] args) throws Throwable {
    String version = System.getProperty("java.specification.version");
    if (feature(version) < OLDEST) {
      System.err.println(
          "Slotkeeper needs Java " + OLDEST + " or newer, and this is Java " + version);
      System.exit(1);
    }
    try {
      Class.forName("org.springframework.boot.loader.launch.JarLauncher")
          .getMethod("main", String[].class)
          .invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  static int feature(String version) {
    return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
  }
}
