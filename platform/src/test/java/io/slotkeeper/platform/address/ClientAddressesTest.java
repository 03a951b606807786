package io.slotkeeper.platform.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.slotkeeper.platform.address.ProxySettings.ForwardedHeader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressesTest {
  private static final List<String> PROXIES = List.of("10.0.0.0/8", "192.0.2.7", "2001:db8::/32");

  private static String address(
      ForwardedHeader header, List<String> proxies, String peer, String... forwarded) {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(peer);
    for (var each : forwarded) {
      request.addHeader(header.header(), each);
    }
    return new ClientAddresses(new ProxySettings(proxies, header)).of(request);
  }

  private static String behindProxies(String peer, String... forwarded) {
    return address(ForwardedHeader.X_FORWARDED_FOR, PROXIES, peer, forwarded);
  }

  @Test
  void believesNobodyUnlessToldTo() {
    assertThat(address(ForwardedHeader.X_FORWARDED_FOR, List.of(), "10.0.0.1", "203.0.113.9"))
        .isEqualTo("10.0.0.1");
    assertThat(address(ForwardedHeader.FORWARDED, List.of(), "10.0.0.1", "for=203.0.113.9"))
        .isEqualTo("10.0.0.1");
  }

  @Test
  void doesNotBelieveACallerWhoIsNoProxy() {
    assertThat(behindProxies("198.51.100.1", "203.0.113.9")).isEqualTo("198.51.100.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          203.0.113.9                          | 203.0.113.9
          203.0.113.9:4711                     | 203.0.113.9
          6.6.6.6, 203.0.113.9                 | 203.0.113.9
          junk, 203.0.113.9                    | 203.0.113.9
          6.6.6.6, 203.0.113.9, 10.1.1.1       | 203.0.113.9
          203.0.113.9, 192.0.2.7, 2001:db8::1  | 203.0.113.9
          10.2.2.2, 10.1.1.1                   | 10.2.2.2
          ::ffff:203.0.113.9                   | 203.0.113.9
          [2a00:1:2:3::4]:443                  | 2a00000100020003/64
          """)
  void takesTheLastAddressThatIsNoProxys(String forwarded, String client) {
    assertThat(behindProxies("10.0.0.1", forwarded)).isEqualTo(client);
    assertThat(behindProxies("192.0.2.7", forwarded.split(", "))).isEqualTo(client);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "localhost",
        "unknown",
        "_hidden",
        "1.2.3",
        "1.2.3.4.5",
        "999.1.1.1",
        "0x7f.1",
        "1.2.3.4%eth0",
        ":::::",
        "[::1",
        "a:b",
        "1.2.3.4, ",
        "%00"
      })
  void takesTheProxyWhereWhatItSaysIsUnreadable(String junk) {
    assertThat(behindProxies("10.0.0.1", junk)).isEqualTo("10.0.0.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          for=203.0.113.9                                    | 203.0.113.9
          For="203.0.113.9:4711";proto=https                 | 203.0.113.9
          for=6.6.6.6, by=10.0.0.3; for=203.0.113.9          | 203.0.113.9
          for="6.6.6.6, for=203.0.113.9                      | 203.0.113.9
          for="[2a00:1:2:3::4]:1", for="[2001:db8::1]"       | 2a00000100020003/64
          for=unknown                                        | 10.0.0.1
          for=6.6.6.6, proto=http                            | 10.0.0.1
          for=_secret, for=10.7.7.7                          | 10.7.7.7
          """)
  void readsForwarded(String forwarded, String client) {
    assertThat(address(ForwardedHeader.FORWARDED, PROXIES, "10.0.0.1", forwarded))
        .isEqualTo(client);
  }

  @Test
  void ignoresTheHeaderThatTheProxiesDoNotWrite() {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr("10.0.0.1");
    request.addHeader("Forwarded", "for=203.0.113.9");
    var settings = new ProxySettings(PROXIES, ForwardedHeader.X_FORWARDED_FOR);
    assertThat(new ClientAddresses(settings).of(request)).isEqualTo("10.0.0.1");
  }

  @Test
  void takesASubscribersNetworkForOneClient() {
    var one = behindProxies("2a00:1:2:3::1");
    assertThat(behindProxies("2a00:1:2:3:ffff::9")).isEqualTo(one);
    assertThat(behindProxies("2a00:1:2:4::1")).isNotEqualTo(one);
    assertThat(behindProxies("fe80::1%eth0")).isEqualTo("fe80000000000000/64");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "proxy.example.org", "10.0.0.0/33", "10.0.0/8", "::/129", "1.1.1.1/"})
  void refusesProxiesThatAreNoAddresses(String network) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProxySettings(List.of(network), ForwardedHeader.X_FORWARDED_FOR))
        .withMessageContaining("trusted-proxies");
  }
}
