package io.slotkeeper.platform.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.slotkeeper.platform.eventstore.EventProcessing;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.application.DiskSpaceHealthIndicatorProperties;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts that both services have; docs/adr/0030 says why each stands as it does. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HealthSettings.class, DiskSpaceHealthIndicatorProperties.class})
@Import(HealthController.class)
public class HealthConfiguration {
  private static final int SECONDS_TO_ANSWER = 2;

  @Bean
  static Checkup checkup(
      List<HealthPart> parts,
      HealthSettings settings,
      ObjectProvider<HealthContributorRegistry> contributors,
      ObjectProvider<MeterRegistry> meters) {
    var checkup = new Checkup(parts, settings);
    contributors.ifAvailable(checkup::contributeTo);
    meters.ifAvailable(checkup::measureIn);
    return checkup;
  }

  /** Commands are decided by it, and answers come from the same PostgreSQL. */
  @Bean
  static HealthPart eventStoreHealth(DataSource database) {
    return new HealthPart("event-store", Standing.DOWN, () -> answers(database));
  }

  /** Callers are answered all the same, only by state that grows older. */
  @Bean
  @ConditionalOnBooleanProperty(name = "slotkeeper.event-store.enabled", matchIfMissing = true)
  static HealthPart processorsHealth(ObjectProvider<EventProcessing> processing) {
    return new HealthPart("processors", Standing.DEGRADED, () -> allFollow(processing.getObject()));
  }

  /** Answers stay right, only slower, and limits are counted by each node. */
  @Bean
  static HealthPart redisHealth(ObjectProvider<RedisUse> uses) {
    return new HealthPart(
        "redis", Standing.DEGRADED, () -> uses.stream().allMatch(RedisUse::works));
  }

  /** Logs and what is being received are all that is written here. */
  @Bean
  static HealthPart diskHealth(DiskSpaceHealthIndicatorProperties settings) {
    // Spring Boot's indicator writes a line at every look, to the disk that is full.
    return new HealthPart(
        "disk",
        Standing.DEGRADED,
        () -> settings.getPath().getUsableSpace() >= settings.getThreshold().toBytes());
  }

  private static boolean allFollow(EventProcessing processing) {
    return processing.eventProcessors().keySet().stream().allMatch(processing::follows);
  }

  private static boolean answers(DataSource database) {
    try (var connection = database.getConnection()) {
      return connection.isValid(SECONDS_TO_ANSWER);
    } catch (SQLException e) {
      return false;
    }
  }
}
