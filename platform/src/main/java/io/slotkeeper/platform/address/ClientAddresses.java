package io.slotkeeper.platform.address;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the address that a request comes from: that of the connection, or behind trusted proxies
 * the last one in their header that is none of theirs. Whatever stands to the left of it was
 * written by a caller.
 */
public final class ClientAddresses {
  private static final int BYTES_OF_A_NETWORK = 8;
  private static final Pattern FOR =
      Pattern.compile(
          "(?:^|;)\\s*for\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]*))\\s*(?:;|$)",
          Pattern.CASE_INSENSITIVE);

  private final List<Network> trusted;
  private final ProxySettings.ForwardedHeader forwarded;

  /** Believes whom these settings name. */
  public ClientAddresses(ProxySettings settings) {
    this.trusted = settings.trustedProxies().stream().map(Network::parse).toList();
    this.forwarded = settings.forwardedHeader();
  }

  /**
   * What stands for the client's address: one of IPv4, or the first 64 bits of one of IPv6, which
   * one subscriber has to themselves.
   */
  public String of(HttpServletRequest request) {
    var peer = Addresses.parse(withoutZone(request.getRemoteAddr()));
    return peer == null ? request.getRemoteAddr() : text(client(request, peer));
  }

  private InetAddress client(HttpServletRequest request, InetAddress peer) {
    var client = peer;
    if (!isTrusted(client)) {
      return client;
    }
    var header = String.join(",", Collections.list(request.getHeaders(forwarded.header())));
    var hops = Arrays.asList(header.split(","));
    Collections.reverse(hops);
    for (var hop : hops) {
      var before = read(hop.strip());
      if (before == null) {
        // Unreadable: the last proxy that is known of stands for whoever was behind it.
        return client;
      }
      client = before;
      if (!isTrusted(client)) {
        return client;
      }
    }
    return client;
  }

  private @Nullable InetAddress read(String hop) {
    if (forwarded == ProxySettings.ForwardedHeader.X_FORWARDED_FOR) {
      return Addresses.parseNode(hop);
    }
    var node = FOR.matcher(hop);
    if (!node.find()) {
      return null;
    }
    return Addresses.parseNode(node.group(1) == null ? node.group(2) : node.group(1));
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(network -> network.contains(address));
  }

  private static String withoutZone(String address) {
    int zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }

  private static String text(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(address.getAddress(), 0, BYTES_OF_A_NETWORK) + "/64"
        : address.getHostAddress();
  }
}
