package io.slotkeeper.platform.security;

import io.slotkeeper.platform.foundation.Secrets;
import io.slotkeeper.platform.problem.ProblemWriter;
import io.slotkeeper.platform.security.jwt.JwtConfiguration;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who calls and what they may call. A service adds beans of {@link OwnerKeyHashes}, {@link
 * BookingOwners} and {@link ManageTokenSecret}, and a filter chain made by {@link StatelessApi}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SecuritySettings.class, CorsSettings.class})
@Import(JwtConfiguration.class)
public class SecurityConfiguration {
  private static final Logger log = LoggerFactory.getLogger(SecurityConfiguration.class);

  @Bean
  OwnerKeys ownerKeys(OwnerKeyHashes hashes, Secrets secrets) {
    return new OwnerKeys(hashes, secrets);
  }

  @Bean
  CalendarKeys calendarKeys(Secrets secrets) {
    return new CalendarKeys(secrets);
  }

  @Bean
  ManageTokens manageTokens(SecuritySettings settings, ManageTokenSecret stored) {
    return new ManageTokens(secret(settings, stored), previousSecrets(settings));
  }

  @Bean
  Signatures signatures(SecuritySettings settings, ManageTokenSecret stored) {
    return new Signatures(secret(settings, stored), previousSecrets(settings));
  }

  private static byte[] secret(SecuritySettings settings, ManageTokenSecret stored) {
    var given = settings.manageTokenSecret();
    return given == null ? stored.value() : given.getBytes(StandardCharsets.UTF_8);
  }

  private static List<byte[]> previousSecrets(SecuritySettings settings) {
    var previous = settings.previousManageTokenSecret();
    return previous == null ? List.of() : List.of(previous.getBytes(StandardCharsets.UTF_8));
  }

  @Bean
  AdminToken adminToken(SecuritySettings settings, Secrets secrets) {
    var given = settings.adminToken();
    if (given != null) {
      return new AdminToken(given, settings.previousAdminToken());
    }
    var generated = secrets.newText();
    log.info("No slotkeeper.security.admin-token is set; until the next start it is {}", generated);
    return new AdminToken(generated, settings.previousAdminToken());
  }

  @Bean
  Access access(BookingOwners bookingOwners) {
    return new Access(bookingOwners);
  }

  @Bean
  Credentials credentials(
      AdminToken adminToken,
      OwnerKeys ownerKeys,
      ManageTokens manageTokens,
      IssuedTokens issuedTokens) {
    return new Credentials(adminToken, ownerKeys, manageTokens, issuedTokens);
  }

  /** To measure each of Spring Security's filters takes longer than the filters themselves. */
  @Bean
  static SecurityObservationSettings unobservedFilters() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  StatelessApi statelessApi(
      Credentials credentials,
      ProblemWriter problems,
      CorsSettings cors,
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mapping) {
    return new StatelessApi(
        credentials, problems, new UnmappedRequests(mapping::getObject), CrossOrigin.filter(cors));
  }
}
