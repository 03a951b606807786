package io.slotkeeper.platform.web;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.Refused;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.platform.security.Access;
import io.slotkeeper.platform.security.BookingOwners;
import io.slotkeeper.platform.security.Caller;
import io.slotkeeper.platform.security.ManageTokenSecret;
import io.slotkeeper.platform.security.OwnerKeyHashes;
import io.slotkeeper.platform.security.StatelessApi;
import io.slotkeeper.platform.validation.AtMost;
import io.slotkeeper.platform.validation.Between;
import io.slotkeeper.platform.validation.OneOf;
import io.slotkeeper.platform.validation.Required;
import io.slotkeeper.platform.validation.Text;
import io.slotkeeper.platform.validation.TimeOfDay;
import jakarta.validation.Valid;
import java.sql.SQLTransientConnectionException;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service that is nothing but edge. */
@SpringBootApplication(
    proxyBeanMethods = false,
    scanBasePackageClasses = EdgeApplication.Nothing.class)
@Import({WebEdge.class, EdgeApplication.Things.class})
class EdgeApplication {
  static final String ADMIN = "admin-token-of-the-tests";
  static final Map<BusinessId, String> KEY_HASHES = new ConcurrentHashMap<>();
  static final Map<BookingId, BusinessId> BOOKINGS = new ConcurrentHashMap<>();

  static final class Nothing {}

  static ConfigurableApplicationContext start(Map<String, Object> properties) {
    return start(properties, application -> {});
  }

  static ConfigurableApplicationContext start(
      Map<String, Object> properties, Consumer<SpringApplicationBuilder> more) {
    var application = new SpringApplicationBuilder(EdgeApplication.class);
    more.accept(application);
    return application
        .properties(
            "spring.config.name=slotkeeper-platform",
            "server.port=0",
            "management.server.port=0",
            "slotkeeper.event-store.enabled=false",
            "spring.flyway.enabled=false",
            "slotkeeper.security.admin-token=" + ADMIN)
        .run(
            properties.entrySet().stream()
                .map(each -> "--%s=%s".formatted(each.getKey(), each.getValue()))
                .toArray(String[]::new));
  }

  @Bean
  OwnerKeyHashes ownerKeyHashes() {
    return businessId -> Optional.ofNullable(KEY_HASHES.get(businessId));
  }

  @Bean
  BookingOwners bookingOwners() {
    return bookingId -> Optional.ofNullable(BOOKINGS.get(bookingId));
  }

  @Bean
  ManageTokenSecret manageTokenSecret() {
    return () -> new byte[32];
  }

  @Bean
  SecurityFilterChain chain(HttpSecurity http, StatelessApi api, Access access) {
    return api.secure(
        http,
        rules ->
            rules
                .requestMatchers("/businesses/{businessId}")
                .access(access.owner())
                .requestMatchers("/bookings/{bookingId}")
                .access(access.customerOrOwner())
                .requestMatchers("/bookings/{bookingId}/confirm")
                .access(access.ownerOfBooking())
                .requestMatchers("/slots/{slotId}")
                .access(access.owner())
                .requestMatchers("/admin")
                .access(access.admin())
                .requestMatchers(HttpMethod.POST, "/things")
                .permitAll()
                .requestMatchers("/open", "/fail/*", "/page")
                .permitAll());
  }

  record Range(
      @Required @TimeOfDay @Nullable String from,
      @Required @TimeOfDay(endOfDay = true) @Nullable String to) {}

  record Inner(@Required @Text(max = 5) @Nullable String text) {}

  record Thing(
      @Required @Text(max = 5) @Nullable String name,
      @Between(min = 1, max = 10) @Nullable Integer number,
      @Nullable Boolean yes,
      @Valid @Nullable Inner inner,
      @AtMost(2) @Nullable List<@Valid Inner> list,
      @Nullable Map<@OneOf(DayOfWeek.class) String, List<@Valid Range>> days,
      @Nullable BookingStatus status) {}

  @RestController
  static class Things {
    @PostMapping(
        path = "/things",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
    Thing post(@RequestBody Thing thing) {
      return thing;
    }

    @GetMapping("/open")
    String open(@AuthenticationPrincipal Caller caller) {
      return caller.toString();
    }

    @GetMapping("/page")
    String page(@RequestParam int limit) {
      return "" + limit;
    }

    @GetMapping({"/businesses/{id}", "/bookings/{id}", "/slots/{id}", "/bookings/{id}/confirm"})
    String mine(@PathVariable String id) {
      if (id.endsWith("absent")) {
        throw Refused.notFound();
      }
      return id;
    }

    @GetMapping("/admin")
    String admin() {
      return "admin";
    }

    @GetMapping("/forgotten")
    String forgotten() {
      return "nobody may read this";
    }

    @GetMapping("/fail/{how}")
    String fail(@PathVariable String how) throws Exception {
      throw switch (how) {
        case "transition" ->
            Refused.illegalTransition("SomeRule", BookingStatus.PENDING, "CompleteBooking");
        case "version" -> Refused.versionConflict(1, 2);
        case "outage" -> new SQLTransientConnectionException("secret words");
        default -> new IllegalStateException("secret words");
      };
    }
  }
}
