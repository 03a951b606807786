package io.slotkeeper.quickstart.simulator;

import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Future;

/**
 * What the simulator is to know of the business that uses it.
 *
 * @param port where it listens, on loopback; 0 for any free one
 * @param phoneNumberId Meta's id of the business's number, which is part of the path
 * @param displayPhoneNumber the business's number, with its plus
 * @param accessToken the bearer token that each request must carry
 * @param appSecret the key of the webhooks' signatures
 * @param webhook where statuses and answers are posted, once that is known: the one who is told of
 *     them may start later
 * @param clock decides when the customer service window closes
 * @param templates the templates that Meta has approved
 */
public record SimulatorSettings(
    int port,
    String phoneNumberId,
    String displayPhoneNumber,
    String accessToken,
    String appSecret,
    Future<URI> webhook,
    Clock clock,
    TemplateTexts templates) {

  /** Without the secrets, since settings end up in logs. */
  @Override
  public String toString() {
    return "SimulatorSettings[port=%d]".formatted(port);
  }
}
