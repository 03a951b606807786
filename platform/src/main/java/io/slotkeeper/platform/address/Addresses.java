package io.slotkeeper.platform.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads addresses that are written as such. Names are no addresses: nothing is looked up. */
final class Addresses {
  private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern V4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");

  /** What has a colon is never taken for a name by the JDK. */
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]{0,50}:[0-9A-Fa-f:.]{0,50}");

  private static final Pattern WITH_PORT =
      Pattern.compile("(?:\\[([^]]*)]|([0-9.]+))(?::[0-9A-Za-z._-]*)?");

  private Addresses() {}

  static @Nullable InetAddress parse(String text) {
    if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
      return null;
    }
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      return null;
    }
  }

  /** The same, where there may be a port behind it and brackets around it. */
  static @Nullable InetAddress parseNode(String text) {
    var parts = WITH_PORT.matcher(text);
    if (!parts.matches()) {
      return parse(text);
    }
    return parse(parts.group(1) == null ? parts.group(2) : parts.group(1));
  }
}
