package io.slotkeeper.platform.address;

import java.net.InetAddress;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Some addresses in CIDR notation, or a single one. */
record Network(IpAddressMatcher matcher) {
  private static final Pattern TEXT = Pattern.compile("([^/]+)(?:/([0-9]{1,3}))?");

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException where this is none; names are never looked up
   */
  static Network parse(String text) {
    var parts = TEXT.matcher(text.strip());
    var address = parts.matches() ? Addresses.parse(parts.group(1)) : null;
    if (address == null) {
      throw notANetwork(text);
    }
    if (parts.group(2) != null
        && Integer.parseInt(parts.group(2)) > address.getAddress().length * Byte.SIZE) {
      throw notANetwork(text);
    }
    return new Network(new IpAddressMatcher(text.strip()));
  }

  boolean contains(InetAddress address) {
    return matcher.matches(address.getHostAddress());
  }

  private static IllegalArgumentException notANetwork(String text) {
    return new IllegalArgumentException(
        "slotkeeper.http.trusted-proxies: not an address or network: " + text);
  }
}
