package io.slotkeeper.command.notification.whatsapp;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;

/** How calls to Meta are called where they are observed; the address itself names our number. */
final class MetaCalls extends DefaultClientRequestObservationConvention {

  @Override
  public String getContextualName(ClientRequestObservationContext context) {
    return "whatsapp post /messages";
  }

  @Override
  protected KeyValue uri(ClientRequestObservationContext context) {
    return KeyValue.of("uri", "/messages");
  }

  @Override
  public KeyValues getHighCardinalityKeyValues(ClientRequestObservationContext context) {
    return KeyValues.empty();
  }
}
