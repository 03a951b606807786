package io.slotkeeper.admin.doctor.reach;

import io.slotkeeper.admin.doctor.Finding;
import io.slotkeeper.admin.doctor.settings.GivenSettings;
import io.slotkeeper.admin.service.ServiceApi;
import io.slotkeeper.admin.service.ServiceUnreachable;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Whether WhatsApp's API can be reached from here; it is told nothing. */
public final class OnlineCheck {
  private static final String ABOUT = "whatsapp";

  private final GivenSettings given;

  /** Looks where the settings say that it is. */
  public OnlineCheck(GivenSettings given) {
    this.given = given;
  }

  /** One. */
  public List<Finding> findings() {
    var address = given.value("slotkeeper.whatsapp.base-url").orElse("https://graph.facebook.com");
    try {
      new ServiceApi("WhatsApp", URI.create(address), Optional::empty).look("/");
      return List.of(Finding.ok(ABOUT, address + " answers"));
    } catch (ServiceUnreachable | IllegalArgumentException e) {
      return List.of(
          Finding.fail(
              ABOUT,
              address + " does not answer: no message is sent",
              "Let command-service out to it, by https."));
    }
  }
}
