package io.slotkeeper.admin.doctor.settings;

import java.util.Locale;

/**
 * A setting that somebody has given.
 *
 * @param name as it is spelled there
 * @param source where it is: the environment, or a file
 */
record Given(String name, String value, String source) {

  /** The same for all spellings that Spring Boot takes for one name. */
  static String squeezed(String name) {
    return name.replaceAll("[^A-Za-z0-9*]", "").toLowerCase(Locale.ROOT);
  }

  String squeezed() {
    return squeezed(name);
  }
}
