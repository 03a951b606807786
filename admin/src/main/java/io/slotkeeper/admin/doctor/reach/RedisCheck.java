package io.slotkeeper.admin.doctor.reach;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.slotkeeper.admin.doctor.Finding;
import io.slotkeeper.admin.doctor.settings.GivenSettings;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Looks at Redis as the services would find it. */
public final class RedisCheck {
  private static final String ABOUT = "redis";
  private static final String SETTINGS = "spring.data.redis.";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Pattern VERSION = Pattern.compile("redis_version:(\\d+)\\.(\\d+)");
  private static final int MAJOR = 6;
  private static final int MINOR = 2;
  private static final int PORT = 6379;

  private final GivenSettings given;

  /** Looks where the settings say that it is. */
  public RedisCheck(GivenSettings given) {
    this.given = given;
  }

  /** One, of which none is a failure: the services go on without Redis. */
  public List<Finding> findings() {
    RedisURI address;
    try {
      address = address();
    } catch (IllegalArgumentException e) {
      return List.of(
          Finding.fail(
              ABOUT,
              "%surl or .port cannot be read".formatted(SETTINGS),
              "Such as redis://host:6379, or rediss://host:6379 for TLS."));
    }
    var client = RedisClient.create();
    client.setOptions(ClientOptions.builder().autoReconnect(false).build());
    try (var connection = client.connect(address)) {
      return List.of(version(address, connection.sync().info("server")));
    } catch (RedisException e) {
      return List.of(
          Finding.warn(
              ABOUT,
              "%s:%d cannot be used: limits count on each node alone, and nothing is cached"
                  .formatted(address.getHost(), address.getPort()),
              "Look at %shost, .port, .password and .ssl.enabled, and at the network."
                  .formatted(SETTINGS)));
    } finally {
      client.shutdown(Duration.ZERO, PATIENCE);
    }
  }

  private static Finding version(RedisURI address, String info) {
    var version = VERSION.matcher(info);
    if (!version.find()) {
      return Finding.warn(ABOUT, "it does not say its version", "Use Redis 6.2 or newer.");
    }
    int major = Integer.parseInt(version.group(1));
    int minor = Integer.parseInt(version.group(2));
    var text =
        "reached %s:%d, version %d.%d"
            .formatted(address.getHost(), address.getPort(), major, minor);
    return major > MAJOR || (major == MAJOR && minor >= MINOR)
        ? Finding.ok(ABOUT, text)
        : Finding.fail(ABOUT, text, "Use Redis 6.2 or newer.");
  }

  private RedisURI address() {
    var url = given.value(SETTINGS + "url");
    if (url.isPresent()) {
      var address = RedisURI.create(url.get());
      address.setTimeout(PATIENCE);
      return address;
    }
    var address =
        RedisURI.builder()
            .withHost(given.value(SETTINGS + "host").orElse("localhost"))
            .withPort(given.value(SETTINGS + "port").map(Integer::parseInt).orElse(PORT))
            .withDatabase(given.value(SETTINGS + "database").map(Integer::parseInt).orElse(0))
            .withSsl(
                given.value(SETTINGS + "ssl.enabled").filter("true"::equalsIgnoreCase).isPresent())
            .withTimeout(PATIENCE);
    given
        .value(SETTINGS + "password")
        .ifPresent(
            password ->
                given
                    .value(SETTINGS + "username")
                    .ifPresentOrElse(
                        user -> address.withAuthentication(user, password.toCharArray()),
                        () -> address.withPassword(password.toCharArray())));
    return address.build();
  }
}
