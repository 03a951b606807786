package io.slotkeeper.command.notification.whatsapp;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The WhatsApp number that messages come from, settings {@code slotkeeper.whatsapp.*}. Without a
 * number and a token everything works but the sending.
 *
 * @param baseUrl scheme, host and port of Meta's API; default {@code https://graph.facebook.com}
 * @param apiVersion version of Meta's API; default {@code v25.0}
 * @param phoneNumberId Meta's id of the number, which is not the number; no default
 * @param accessToken token of a system user; no default
 * @param appSecret secret that Meta signs webhooks with; no default
 * @param previousAppSecret secret that is accepted as well while it is being changed; no default
 * @param verifyToken a word of your choice that Meta repeats when it subscribes; no default
 * @param connectTimeout how long to wait for a connection; default 3 s
 * @param readTimeout how long to wait for the whole answer; default 10 s
 * @param messagesPerSecond messages that the number may send in a second, on all nodes together;
 *     default 80
 * @param longestDoubt how long a report may take that tells what became of a message to which
 *     WhatsApp gave no answer, before it is sent once more or given up; default 2 min
 */
@ConfigurationProperties("slotkeeper.whatsapp")
public record WhatsAppSettings(
    @DefaultValue("https://graph.facebook.com") URI baseUrl,
    @DefaultValue("v25.0") String apiVersion,
    @Nullable String phoneNumberId,
    @Nullable String accessToken,
    @Nullable String appSecret,
    @Nullable String previousAppSecret,
    @Nullable String verifyToken,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("10s") Duration readTimeout,
    @DefaultValue("80") int messagesPerSecond,
    @DefaultValue("2m") Duration longestDoubt,
    @DefaultValue Retry retry,
    @DefaultValue Breaker breaker) {
  private static final String PREFIX = "slotkeeper.whatsapp.";

  /**
   * Short tries while the caller waits; whoever calls tries again later.
   *
   * @param attempts tries of a call, the first among them; default 3
   * @param firstPause pause before the second try, doubled each time, give or take a half; default
   *     200 ms
   */
  public record Retry(@DefaultValue("3") int attempts, @DefaultValue("200ms") Duration firstPause) {
    /** Accepts at least one attempt. */
    public Retry {
      require(attempts >= 1 && attempts <= 10, "retry.attempts must be 1 to 10");
      require(firstPause.toMillis() >= 1, "retry.first-pause must be at least 1ms");
    }

    /** The longest that all pauses together may take. */
    Duration pauses() {
      // Doubled each time, and longer by a half at most.
      return firstPause.multipliedBy((1L << (attempts - 1)) - 1).multipliedBy(3).dividedBy(2);
    }
  }

  /**
   * When to leave WhatsApp alone.
   *
   * @param failures failures in a row that stop the sending; default 5
   * @param openFor how long the sending stays stopped; default 10 s
   * @param probes calls that are let through after that; default 2
   */
  public record Breaker(
      @DefaultValue("5") int failures,
      @DefaultValue("10s") Duration openFor,
      @DefaultValue("2") int probes) {
    /** Accepts at least one of each. */
    public Breaker {
      require(failures >= 1, "breaker.failures must be at least 1");
      require(openFor.toMillis() >= 1, "breaker.open-for must be at least 1ms");
      require(probes >= 1, "breaker.probes must be at least 1");
    }
  }

  /** Empty means absent, as environment variables cannot be taken away. */
  public WhatsAppSettings {
    require(
        baseUrl.getHost() != null && baseUrl.getRawQuery() == null,
        "base-url must be an address such as https://graph.facebook.com");
    require(apiVersion.matches("v\\d+\\.\\d+"), "api-version must look like v25.0");
    phoneNumberId = given(phoneNumberId);
    accessToken = given(accessToken);
    appSecret = given(appSecret);
    previousAppSecret = given(previousAppSecret);
    verifyToken = given(verifyToken);
    require(
        (phoneNumberId == null) == (accessToken == null),
        "phone-number-id and access-token must be given together");
    require(
        phoneNumberId == null || phoneNumberId.matches("\\d+"),
        "phone-number-id must be Meta's id of the number, digits only");
    require(
        previousAppSecret == null || appSecret != null,
        "previous-app-secret must come with app-secret");
    require(connectTimeout.toMillis() >= 1, "connect-timeout must be at least 1ms");
    require(readTimeout.toMillis() >= 1, "read-timeout must be at least 1ms");
    require(longestDoubt.toMillis() >= 1, "longest-doubt must be at least 1ms");
    require(
        messagesPerSecond >= 1 && messagesPerSecond <= 1000,
        "messages-per-second must be 1 to 1000");
  }

  /** The longest that sending a message may take, with all its tries and the pauses between. */
  public Duration longestSending() {
    return connectTimeout.plus(readTimeout).multipliedBy(retry.attempts()).plus(retry.pauses());
  }

  /** Whether there is a number to send from. */
  public boolean canSend() {
    return phoneNumberId != null && accessToken != null;
  }

  /** Hides the secrets. */
  @Override
  public String toString() {
    return "WhatsAppSettings[baseUrl=%s, apiVersion=%s, canSend=%s]"
        .formatted(baseUrl, apiVersion, canSend());
  }

  private static @Nullable String given(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static void require(boolean valid, String what) {
    if (!valid) {
      throw new IllegalArgumentException(PREFIX + what);
    }
  }
}
