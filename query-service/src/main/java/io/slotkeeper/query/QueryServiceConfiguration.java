package io.slotkeeper.query;

import io.slotkeeper.api.EventCatalog;
import io.slotkeeper.platform.eventstore.serialization.EventName;
import io.slotkeeper.platform.eventstore.serialization.EventNames;
import io.slotkeeper.platform.privacy.PrivacyConfiguration;
import io.slotkeeper.platform.privacy.StoredMasterKey;
import io.slotkeeper.platform.security.Access;
import io.slotkeeper.platform.security.ManageTokenSecret;
import io.slotkeeper.platform.security.StatelessApi;
import io.slotkeeper.platform.security.StoredSecret;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What every feature of the query side needs, and who may ask what. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Import(PrivacyConfiguration.class)
class QueryServiceConfiguration implements WebMvcConfigurer {
  @Bean
  static EventNames eventNames() {
    return EventNames.of(
        EventCatalog.entries().stream()
            .map(entry -> new EventName(entry.name(), entry.revision(), entry.type()))
            .toList());
  }

  @Bean
  static ManageTokenSecret manageTokenSecret(JdbcOperations database) {
    return StoredSecret.ofManageTokens(database)::await;
  }

  @Bean
  static StoredMasterKey storedMasterKey(JdbcOperations database) {
    return StoredSecret.masterKeyOfOthers(database);
  }

  @Bean
  static SecurityFilterChain queries(HttpSecurity http, StatelessApi api, Access access) {
    return api.secure(
        http,
        rules -> {
          for (var method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
            rules
                .requestMatchers(
                    method,
                    "/api/businesses",
                    "/api/businesses/{businessId}",
                    "/api/businesses/{businessId}/slots",
                    "/api/businesses/{businessId}/slots/stream",
                    // The key in the address is the credential.
                    "/api/businesses/{businessId}/calendar.ics",
                    "/api/slots/{slotId}",
                    "/api/slots/{slotId}/explain")
                .permitAll();
            rules
                .requestMatchers(
                    method,
                    "/api/businesses/{businessId}/bookings",
                    "/api/businesses/{businessId}/notifications")
                .access(access.owner());
            rules
                .requestMatchers(
                    method, "/api/bookings/{bookingId}", "/api/bookings/{bookingId}/history")
                .access(access.customerOrOwner());
          }
          rules.requestMatchers("/api/admin/**", "/api/metrics").access(access.admin());
        });
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new KnownParameters()).addPathPatterns("/api/**");
  }
}
