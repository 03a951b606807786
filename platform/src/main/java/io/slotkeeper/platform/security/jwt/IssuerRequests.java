package io.slotkeeper.platform.security.jwt;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Asks an issuer for the same thing no more than once in five seconds. Anybody can present tokens
 * with a key that is not known yet, each of which has the keys fetched anew; and where the issuer
 * does not answer, requests would wait for it one after the other.
 */
final class IssuerRequests implements ClientHttpRequestInterceptor {
  static final Duration PAUSE = Duration.ofSeconds(5);

  private final Clock clock;
  private final Map<URI, Instant> asked = new ConcurrentHashMap<>();

  IssuerRequests(Clock clock) {
    this.clock = clock;
  }

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    var now = clock.instant();
    var last = asked.get(request.getURI());
    if (last != null && now.isBefore(last.plus(PAUSE))) {
      throw new IOException("The issuer was asked a moment ago");
    }
    try {
      return execution.execute(request, body);
    } finally {
      asked.put(request.getURI(), clock.instant());
    }
  }
}
