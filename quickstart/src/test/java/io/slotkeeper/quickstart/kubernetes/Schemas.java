package io.slotkeeper.quickstart.kubernetes;

import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.util.Map;

/** Kubernetes' published schemas, by version and kind. */
final class Schemas {
  private static final Map<String, Check> CHECKS =
      Map.ofEntries(
          Map.entry("v1 Namespace", V1Namespace::validateJsonElement),
          Map.entry("v1 ConfigMap", V1ConfigMap::validateJsonElement),
          Map.entry("v1 Secret", V1Secret::validateJsonElement),
          Map.entry("v1 Service", V1Service::validateJsonElement),
          Map.entry("v1 ServiceAccount", V1ServiceAccount::validateJsonElement),
          Map.entry("apps/v1 Deployment", V1Deployment::validateJsonElement),
          Map.entry(
              "autoscaling/v2 HorizontalPodAutoscaler",
              V2HorizontalPodAutoscaler::validateJsonElement),
          Map.entry("policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement),
          Map.entry("networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::validateJsonElement),
          Map.entry("networking.k8s.io/v1 Ingress", V1Ingress::validateJsonElement));

  private Schemas() {}

  /**
   * Refuses what the schema does not know or misses.
   *
   * @throws IllegalArgumentException names the field
   */
  static void check(Manifests.Manifest manifest) throws IOException {
    var kind = manifest.json().get("apiVersion").getAsString() + " " + manifest.kind();
    var check = CHECKS.get(kind);
    if (check == null) {
      throw new IllegalArgumentException("There is no schema of " + kind);
    }
    check.check(manifest.json());
  }

  private interface Check {
    void check(JsonElement json) throws IOException;
  }
}
