package io.slotkeeper.command.http;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.slotkeeper.platform.foundation.Secrets;
import io.slotkeeper.platform.security.Access;
import io.slotkeeper.platform.security.ManageTokenSecret;
import io.slotkeeper.platform.security.StatelessApi;
import io.slotkeeper.platform.security.StoredSecret;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Who may call which command. An endpoint that is not named here cannot be called. */
@Configuration(proxyBeanMethods = false)
class CommandAccess {
  private static final String BUSINESS = "/api/businesses/{businessId}";
  private static final String DEAD_LETTERS = "/api/admin/dead-letters";
  private static final String SLOT = "/api/slots/{slotId}";
  private static final String WEBHOOK = "/webhooks/whatsapp";
  private static final String BOOKING = "/api/bookings/{bookingId}";

  @Bean
  SecurityFilterChain commandRules(
      HttpSecurity http, StatelessApi api, Access access, RegistrationSettings registration) {
    return api.secure(
        http,
        rules ->
            rules
                .requestMatchers(POST, "/api/businesses")
                .access(registration.open() ? access.anyone() : access.admin())
                .requestMatchers(PATCH, BUSINESS, BUSINESS + "/resources/{resourceId}")
                .access(access.owner())
                .requestMatchers(
                    PUT,
                    BUSINESS + "/opening-hours",
                    BUSINESS + "/policy",
                    BUSINESS + "/special-hours/{date}")
                .access(access.owner())
                .requestMatchers(
                    DELETE,
                    BUSINESS + "/closures/{closureId}",
                    BUSINESS + "/special-hours/{date}",
                    BUSINESS + "/resources/{resourceId}")
                .access(access.owner())
                .requestMatchers(
                    POST,
                    BUSINESS + "/closures",
                    BUSINESS + "/resources",
                    BUSINESS + "/calendar-link/rotate",
                    BUSINESS + "/customers/erase",
                    BUSINESS + "/suspend",
                    BUSINESS + "/resume",
                    BUSINESS + "/close")
                .access(access.owner())
                .requestMatchers(POST, SLOT + "/block", SLOT + "/unblock")
                .access(access.owner())
                // An owner who has lost the key has no other way back.
                .requestMatchers(POST, BUSINESS + "/api-key/rotate")
                .access(access.ownerOrAdmin())
                .requestMatchers(GET, DEAD_LETTERS, "/api/metrics")
                .access(access.admin())
                .requestMatchers(POST, DEAD_LETTERS + "/{group}/retry")
                .access(access.admin())
                .requestMatchers(DELETE, DEAD_LETTERS + "/{group}/{sequence}")
                .access(access.admin())
                .requestMatchers(POST, "/api/bookings")
                .access(access.anyone())
                // Meta knows no token of ours: it signs its messages, and the handshake is secret.
                .requestMatchers(GET, WEBHOOK)
                .access(access.anyone())
                .requestMatchers(POST, WEBHOOK)
                .access(access.anyone())
                .requestMatchers(POST, BOOKING + "/erase-customer")
                .access(access.customer())
                .requestMatchers(POST, BOOKING + "/cancel", BOOKING + "/reschedule")
                .access(access.customerOrOwner())
                .requestMatchers(
                    POST,
                    BOOKING + "/confirm",
                    BOOKING + "/reject",
                    BOOKING + "/complete",
                    BOOKING + "/no-show")
                .access(access.ownerOfBooking()));
  }

  @Bean
  ManageTokenSecret manageTokenSecret(JdbcOperations database, Secrets secrets) {
    return () -> StoredSecret.ofManageTokens(database).createIfAbsent(secrets);
  }
}
