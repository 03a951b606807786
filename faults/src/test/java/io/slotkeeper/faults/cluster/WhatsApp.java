package io.slotkeeper.faults.cluster;

import io.slotkeeper.faults.client.Http;
import io.slotkeeper.quickstart.ApprovedTemplates;
import io.slotkeeper.quickstart.simulator.SentMessage;
import io.slotkeeper.quickstart.simulator.Simulator;
import io.slotkeeper.quickstart.simulator.SimulatorSettings;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The WhatsApp of the cluster: the phones, and what may be wrong with it. */
public final class WhatsApp implements AutoCloseable {

  private static final String PHONE_NUMBER_ID = "100200300400500";
  private static final String ACCESS_TOKEN = "token-of-the-simulator";
  private static final String APP_SECRET = "secret-of-the-simulator";

  private final Simulator simulator;

  WhatsApp(URI webhook) {
    this.simulator =
        Simulator.start(
            new SimulatorSettings(
                0,
                PHONE_NUMBER_ID,
                "+34910000000",
                ACCESS_TOKEN,
                APP_SECRET,
                CompletableFuture.completedFuture(webhook),
                Clock.systemUTC(),
                new ApprovedTemplates()));
  }

  Map<String, Object> settings() {
    return Map.of(
        "slotkeeper.whatsapp.base-url", simulator.url(),
        "slotkeeper.whatsapp.phone-number-id", PHONE_NUMBER_ID,
        "slotkeeper.whatsapp.access-token", ACCESS_TOKEN,
        "slotkeeper.whatsapp.app-secret", APP_SECRET);
  }

  /**
   * What goes wrong from now on.
   *
   * @param faults as the simulator's {@code PUT /simulator/faults} takes them: {@code error},
   *     {@code every}, {@code delayMs}, {@code loseAnswer}, {@code spoilAnswer}, {@code
   *     duplicateWebhooks}, {@code shuffleWebhooks}
   */
  public void fail(Map<String, ?> faults) {
    Http.anyone(simulator.url()).send("PUT", "/simulator/faults", faults).expect(200);
  }

  /** Nothing is wrong with it any more. */
  public void heal() {
    fail(Map.of());
  }

  /** All messages that were accepted, oldest first. */
  public List<SentMessage> received() {
    return simulator.received();
  }

  /** What a phone received, oldest first. */
  public List<SentMessage> received(String phone) {
    return received().stream().filter(each -> each.to().equals(phone)).toList();
  }

  /** How many messages were sent to it, accepted or not. */
  public int requests() {
    return simulator.requests();
  }

  @Override
  public void close() {
    simulator.close();
  }
}
