package io.slotkeeper.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.quickstart.demo.DemoBusiness;
import io.slotkeeper.quickstart.stories.Town;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DemoTest {

  @Test
  void opensASalonInMadridThatApprovesByHand() {
    JsonNode salon = view(Town.quickstart().demo().salon());

    assertThat(salon.path("timeZone").asString()).isEqualTo("Europe/Madrid");
    assertThat(salon.path("locale").asString()).startsWith("es");
    assertThat(salon.path("resources").size()).isEqualTo(2);
    assertThat(salon.path("openingHours").path("MONDAY").size()).isEqualTo(2);
    assertThat(salon.path("openingHours").has("SUNDAY")).isFalse();
    assertThat(salon.path("closures").size()).isEqualTo(1);
    assertThat(salon.path("policy").path("approval").asString()).isEqualTo("MANUAL");
  }

  @Test
  void opensAPadelCourtInNewYorkThatApprovesAtOnce() {
    JsonNode court = view(Town.quickstart().demo().court());

    assertThat(court.path("timeZone").asString()).isEqualTo("America/New_York");
    assertThat(court.path("resources").size()).isEqualTo(2);
    assertThat(court.path("policy").path("slotLength").asString()).isEqualTo("PT1H30M");
    assertThat(court.path("policy").path("approval").asString()).isEqualTo("AUTOMATIC");
    assertThat(court.path("specialHours").size()).isEqualTo(1);
    assertThat(court.path("closures").size()).isEqualTo(1);
  }

  @Test
  void givesTheOwnersTheirKeys() {
    assertThat(Stream.of(Town.quickstart().demo().salon(), Town.quickstart().demo().court()))
        .allSatisfy(
            business ->
                assertThat(
                        Town.queries()
                            .as(business.apiKey())
                            .get(path(business))
                            .text("whatsappNumber"))
                    .startsWith("+"));
  }

  private static JsonNode view(DemoBusiness business) {
    return Town.queries().get(path(business)).expect(200).body();
  }

  private static String path(DemoBusiness business) {
    return "/api/businesses/" + business.businessId();
  }
}
