package io.slotkeeper.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;

class LimitSettingsTest {
  private static LimitSettings settings(Map<String, Object> given) throws IOException {
    var sources = new MutablePropertySources();
    sources.addLast(new MapPropertySource("given", given));
    new YamlPropertySourceLoader()
        .load("platform", new ClassPathResource("slotkeeper-platform.yml"))
        .forEach(sources::addLast);
    return new Binder(ConfigurationPropertySources.from(sources))
        .bindOrCreate("slotkeeper.limits", LimitSettings.class);
  }

  @Test
  void limitsAsTheContractSaysUnlessToldOtherwise() throws IOException {
    var settings = settings(Map.of());
    assertThat(settings.enabled()).isTrue();
    assertThat(settings.policies())
        .containsOnly(
            Map.entry(
                "api",
                new LimitSettings.PolicySettings(
                    100,
                    Duration.ofMinutes(1),
                    Set.of(),
                    List.of("/api/**"),
                    Set.of(),
                    Set.of(),
                    Map.of())),
            Map.entry(
                "booking",
                new LimitSettings.PolicySettings(
                    10,
                    Duration.ofMinutes(1),
                    Set.of("POST"),
                    List.of("/api/bookings", "/api/bookings/{bookingId}/reschedule"),
                    Set.of(),
                    Set.of(Role.CUSTOMER),
                    Map.of())));
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/api/bookings,api booking",
    "POST,/api/%62ookings,api booking",
    "POST,/api/bookings/bkg_1/reschedule,api booking",
    "POST,/api/bookings/bkg_1/cancel,api",
    "GET,/api/bookings,api",
    "GET,/api/businesses/biz_1/slots/stream,api",
    "GET,/api/health,''",
    "POST,/webhooks/whatsapp,''",
    "GET,/v3/api-docs,''"
  })
  void knowsWhichRequestsCountForWhat(String method, String path, String names) throws IOException {
    var policies = new Policies(settings(Map.of()));
    assertThat(
            policies.of(method, PathContainer.parsePath(path), Role.ANONYMOUS).stream()
                .map(Policy::name))
        .isEqualTo(names.isEmpty() ? List.of() : List.of(names.split(" ")));
  }

  @Test
  void changesOneThingAlone() throws IOException {
    var api =
        settings(Map.of("slotkeeper.limits.policies.api.permits-by-role.owner", 300))
            .policies()
            .get("api");
    assertThat(api).isNotNull();
    assertThat(api.permitsByRole()).containsOnly(Map.entry(Role.OWNER, 300L));
    assertThat(api.permits()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    "policies.api.permits,0",
    "policies.api.permits,1000001",
    "policies.api.period,500ms",
    "policies.api.period,25h",
    "policies.api.methods,FETCH",
    "policies.api.roles,king",
    "policies.api.permits-by-role.owner,0",
    "policies.api.paths,/api/{",
    "policies.more.permits,5",
    "policies.failures.permits,5",
    "failures.permits,0",
    "exempt-paths,/**/{",
    "timeout,0s",
    "heartbeat,0s",
    "good-for,0s",
    "most-clients,0"
  })
  void refusesWhatCannotBeEnforced(String setting, String value) {
    assertThatThrownBy(() -> settings(Map.of("slotkeeper.limits." + setting, value)))
        .isInstanceOf(RuntimeException.class);
  }
}
