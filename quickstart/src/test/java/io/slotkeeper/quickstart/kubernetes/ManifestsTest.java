package io.slotkeeper.quickstart.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.slotkeeper.quickstart.kubernetes.Manifests.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {
  private static final String OURS = "app.kubernetes.io/name";

  static Stream<Manifest> all() throws IOException {
    return Manifests.read().all().stream();
  }

  static Stream<Manifest> deployments() throws IOException {
    return Manifests.read().of("Deployment");
  }

  static Stream<Manifest> services() throws IOException {
    return Manifests.read().of("Service");
  }

  static Stream<Manifest> selecting() throws IOException {
    return Manifests.read().all().stream()
        .filter(one -> Set.of("Deployment", "PodDisruptionBudget", "Service").contains(one.kind()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void fitsThePublishedSchema(Manifest manifest) throws IOException {
    Schemas.check(manifest);
    if (!manifest.kind().equals("Namespace")) {
      assertThat(at(manifest.json(), "metadata", "namespace").getAsString())
          .isEqualTo("slotkeeper");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spec: {selector: {matchLabels: {a: b}}, template: {spec: {containers: [{nam: x}]}}}",
        "spec: {selector: {matchLabels: {a: b}}, template: {spec: {}}}",
        "spec: {selector: {matchLabels: {a: b}}}"
      })
  void seesWhatTheSchemaDoesNotAllow(String spec) {
    var wrong =
        Manifests.parse("wrong", "apiVersion: apps/v1\nkind: Deployment\n" + spec)
            .findFirst()
            .orElseThrow();
    assertThatIllegalArgumentException().isThrownBy(() -> Schemas.check(wrong));
  }

  @ParameterizedTest
  @MethodSource("selecting")
  void selectsPodsThatThereAre(Manifest manifest) throws IOException {
    var selector = at(manifest.json(), "spec", "selector").getAsJsonObject();
    var labels = selector.has("matchLabels") ? selector.getAsJsonObject("matchLabels") : selector;
    var pods =
        deployments().map(deployment -> at(deployment.json(), template("metadata", "labels")));
    assertThat(pods.map(JsonElement::getAsJsonObject))
        .anySatisfy(pod -> assertThat(pod.entrySet()).containsAll(labels.entrySet()));
  }

  @ParameterizedTest
  @MethodSource("services")
  void leadsToPortsThatPodsOpen(Manifest service) throws IOException {
    var name = at(service.json(), "spec", "selector", OURS).getAsString();
    var container = container(Manifests.read().named("Deployment", name));
    for (var port : at(service.json(), "spec", "ports").getAsJsonArray()) {
      assertThat(portNames(container)).contains(at(port, "targetPort").getAsString());
    }
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void mayDoNoMoreThanItNeeds(Manifest deployment) {
    var pod = at(deployment.json(), template("spec"));
    assertThat(at(pod, "automountServiceAccountToken").getAsBoolean()).isFalse();
    assertThat(at(pod, "securityContext", "runAsNonRoot").getAsBoolean()).isTrue();
    assertThat(at(pod, "securityContext", "seccompProfile", "type").getAsString())
        .isEqualTo("RuntimeDefault");
    var container = container(deployment);
    assertThat(at(container, "securityContext", "readOnlyRootFilesystem").getAsBoolean()).isTrue();
    assertThat(at(container, "securityContext", "allowPrivilegeEscalation").getAsBoolean())
        .isFalse();
    assertThat(at(container, "securityContext", "capabilities", "drop").toString())
        .isEqualTo("[\"ALL\"]");
    assertThat(at(container, "resources", "limits", "memory")).isNotNull();
    assertThat(at(container, "image").getAsString()).matches("[^:]+:\\d+\\.\\d+.*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"command-service", "query-service"})
  void isAskedForItsHealthWhereItTellsIt(String name) throws IOException {
    var container = container(Manifests.read().named("Deployment", name));
    for (var probe : List.of("startupProbe", "livenessProbe")) {
      assertThat(at(container, probe, "httpGet").toString())
          .isEqualTo("{\"path\":\"/actuator/health/liveness\",\"port\":\"management\"}");
    }
    assertThat(at(container, "readinessProbe", "httpGet").toString())
        .isEqualTo("{\"path\":\"/actuator/health/readiness\",\"port\":\"management\"}");
    assertThat(portNames(container)).contains("management");
  }

  @ParameterizedTest
  @ValueSource(strings = {"command-service", "query-service"})
  void growsAndStaysWithinItsBounds(String name) throws IOException {
    var manifests = Manifests.read();
    var scaler = manifests.named("HorizontalPodAutoscaler", name).json();
    assertThat(at(scaler, "spec", "scaleTargetRef", "name").getAsString()).isEqualTo(name);
    var deployment = manifests.named("Deployment", name).json();
    assertThat(at(scaler, "spec", "minReplicas")).isEqualTo(at(deployment, "spec", "replicas"));
    manifests.named("PodDisruptionBudget", name);
    manifests.named("ServiceAccount", name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"command-service", "query-service"})
  void takesItsSettingsFromWhatThereIs(String name) throws IOException {
    var manifests = Manifests.read();
    for (var source :
        at(container(manifests.named("Deployment", name)), "envFrom").getAsJsonArray()) {
      var given = source.getAsJsonObject();
      manifests.named(
          given.has("secretRef") ? "Secret" : "ConfigMap",
          at(given.entrySet().iterator().next().getValue(), "name").getAsString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ConfigMap", "Secret"})
  void givesNoSettingThatNothingReads(String kind) throws IOException {
    var given = Manifests.read().named(kind, "slotkeeper").json();
    var values = at(given, kind.equals("Secret") ? "stringData" : "data").getAsJsonObject();
    // Made from the settings that there are, and compared with them by SettingsDocumentTest.
    assertThat(Files.readString(Path.of("..", "docs", "settings.md")))
        .contains(values.keySet().stream().map("| `%s` |"::formatted).toList());
  }

  /** In the order of their names, as they are applied. */
  @Test
  void makesTheNamespaceFirst() throws IOException {
    assertThat(all().findFirst().orElseThrow().kind()).isEqualTo("Namespace");
  }

  private static Set<String> portNames(JsonElement container) {
    return StreamSupport.stream(at(container, "ports").getAsJsonArray().spliterator(), false)
        .map(port -> at(port, "name").getAsString())
        .collect(Collectors.toSet());
  }

  private static JsonElement container(Manifest deployment) {
    return at(deployment.json(), template("spec", "containers")).getAsJsonArray().get(0);
  }

  private static String[] template(String... path) {
    return Stream.concat(Stream.of("spec", "template"), Stream.of(path)).toArray(String[]::new);
  }

  private static JsonElement at(JsonElement element, String... path) {
    var found = element;
    for (var step : path) {
      JsonObject object = found.getAsJsonObject();
      assertThat(object.keySet()).as("fields of %s", object).contains(step);
      found = object.get(step);
    }
    return found;
  }
}
