package io.slotkeeper.quickstart.demo;

import java.util.List;

/**
 * A business with the owner's key to it.
 *
 * @param resources ids in the order of the plan
 */
public record DemoBusiness(String businessId, String apiKey, List<String> resources) {

  @Override
  public String toString() {
    return "DemoBusiness[businessId=%s]".formatted(businessId);
  }
}
