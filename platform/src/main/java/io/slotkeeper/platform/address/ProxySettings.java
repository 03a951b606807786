package io.slotkeeper.platform.address;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stands between callers and the services, settings {@code slotkeeper.http.*}.
 *
 * @param trustedProxies addresses or networks such as {@code 10.0.0.0/8} whose word on where a
 *     request comes from is taken. Default: none, and what requests say of it is ignored
 * @param forwardedHeader the one header that the proxies write; the other one is ignored, since
 *     they would pass on a caller's. Default: {@code x-forwarded-for}
 */
@ConfigurationProperties("slotkeeper.http")
public record ProxySettings(
    @DefaultValue List<String> trustedProxies,
    @DefaultValue("x-forwarded-for") ForwardedHeader forwardedHeader) {

  /** Where proxies write whom they have spoken with. */
  public enum ForwardedHeader {
    /** A list of addresses. */
    X_FORWARDED_FOR("X-Forwarded-For"),
    /** RFC 7239. */
    FORWARDED("Forwarded");

    private final String header;

    ForwardedHeader(String header) {
      this.header = header;
    }

    String header() {
      return header;
    }
  }

  /** Accepts networks that can be read. */
  public ProxySettings {
    trustedProxies = List.copyOf(trustedProxies);
    trustedProxies.forEach(Network::parse);
  }
}
