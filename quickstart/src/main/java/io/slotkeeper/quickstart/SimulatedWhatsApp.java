package io.slotkeeper.quickstart;

import io.slotkeeper.platform.foundation.Secrets;
import io.slotkeeper.quickstart.simulator.Simulator;
import io.slotkeeper.quickstart.simulator.SimulatorSettings;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Future;

/**
 * The simulator in WhatsApp's place.
 *
 * @param settings that make command-service talk to it, unless the user says otherwise
 */
record SimulatedWhatsApp(Simulator simulator, Map<String, String> settings) {

  private static final String PHONE_NUMBER_ID = "100200300400500";
  private static final String PHONE_NUMBER = "+34910000000";

  static SimulatedWhatsApp start(QuickstartOptions options, Future<URI> webhook, Started started) {
    Secrets secrets = Secrets.create();
    String accessToken = secrets.newText();
    String appSecret = secrets.newText();
    Simulator simulator =
        started.add(
            start(
                new SimulatorSettings(
                    options.simulatorPort(),
                    PHONE_NUMBER_ID,
                    PHONE_NUMBER,
                    accessToken,
                    appSecret,
                    webhook,
                    options.clock().orElseGet(Clock::systemUTC),
                    new ApprovedTemplates())));
    return new SimulatedWhatsApp(
        simulator,
        Map.of(
            "slotkeeper.whatsapp.base-url", simulator.url().toString(),
            "slotkeeper.whatsapp.phone-number-id", PHONE_NUMBER_ID,
            "slotkeeper.whatsapp.access-token", accessToken,
            "slotkeeper.whatsapp.app-secret", appSecret,
            "slotkeeper.whatsapp.verify-token", secrets.newText()));
  }

  private static Simulator start(SimulatorSettings settings) {
    try {
      return Simulator.start(settings);
    } catch (UncheckedIOException e) {
      throw Ports.taken(settings.port(), "SLOTKEEPER_SIMULATOR_PORT", e);
    }
  }
}
