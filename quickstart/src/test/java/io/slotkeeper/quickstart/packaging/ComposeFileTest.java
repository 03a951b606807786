package io.slotkeeper.quickstart.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ComposeFileTest {
  private static final List<String> OURS =
      List.of("command-service-1", "command-service-2", "query-service");

  private final ComposeFile compose = ComposeFile.read();

  ComposeFileTest() throws IOException {}

  @Test
  void isAsTheSpecificationOfComposeWantsIt() throws Exception {
    assertThat(flaws(compose.document())).isEmpty();

    var broken = JsonMapper.shared().readTree("{\"services\": {\"one\": {\"imagine\": \"it\"}}}");
    assertThat(flaws(broken)).isNotEmpty();
  }

  private static List<String> flaws(JsonNode document) throws IOException {
    try (var stream = ComposeFileTest.class.getResourceAsStream("compose-spec.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
          .getSchema(withoutNames(JsonMapper.shared().readTree(stream)))
          .validate(document)
          .stream()
          .map(Error::toString)
          .toList();
    }
  }

  /**
   * The schema names its parts as an older draft did, which the one that it says it is in has not.
   */
  private static JsonNode withoutNames(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.path("id").isString()) {
      object.remove("id");
    }
    schema.forEach(ComposeFileTest::withoutNames);
    return schema;
  }

  @Test
  void boundsConfinesAndWatchesEachService() {
    compose
        .services()
        .forEach(
            (name, service) -> {
              var keys = service.properties().stream().map(Map.Entry::getKey).toList();
              assertThat(keys)
                  .as(name)
                  .contains(
                      "healthcheck",
                      "mem_limit",
                      "cpus",
                      "pids_limit",
                      "restart",
                      "tmpfs",
                      "logging")
                  .doesNotContain("privileged", "cap_add", "network_mode", "pid", "env_file");
              assertThat(service.path("read_only").asBoolean(false)).as(name).isTrue();
              assertThat(texts(service.path("cap_drop"))).as(name).containsExactly("ALL");
              assertThat(texts(service.path("security_opt")))
                  .as(name)
                  .containsExactly("no-new-privileges:true");
              assertThat(service.path("logging").path("options").path("max-size").asString(""))
                  .as(name)
                  .isNotEmpty();
              // The images of ours say so themselves.
              assertThat(service.path("user").asString(OURS.contains(name) ? "1:1" : ""))
                  .as(name)
                  .matches("[1-9]\\d*:\\d+");
              assertThat(service.path("image").asString("")).as(name).matches(".+:(?!latest).+");
            });
  }

  @Test
  void waitsForWhatHasAHealthCheckToSayThatItIsWell() {
    compose
        .services()
        .forEach(
            (name, service) ->
                service
                    .path("depends_on")
                    .properties()
                    .forEach(
                        on -> {
                          assertThat(compose.services()).as(name).containsKey(on.getKey());
                          assertThat(on.getValue().path("condition").asString(""))
                              .as(name)
                              .isIn("service_healthy", "service_started");
                        }));
    for (var ours : OURS) {
      var on = compose.service(ours).path("depends_on");
      assertThat(on.path("postgres").path("condition").asString("")).isEqualTo("service_healthy");
      // They do without it.
      assertThat(on.path("redis").path("condition").asString("")).isEqualTo("service_started");
    }
  }

  @Test
  void opensNothingButTheProxyBeyondThisMachine() {
    compose
        .services()
        .forEach(
            (name, service) ->
                texts(service.path("ports"))
                    .forEach(
                        port -> {
                          assertThat(name).isIn("proxy", "prometheus", "grafana");
                          // The proxy too, until .env says otherwise.
                          assertThat(port).as(name).startsWith("127.0.0.1:");
                        }));
    assertThat(compose.document().at("/networks/stores/internal").asBoolean(false)).isTrue();
    for (var store : List.of("postgres", "redis")) {
      assertThat(texts(compose.service(store).path("networks"))).containsExactly("stores");
    }
    for (var network : compose.service("proxy").path("networks").properties()) {
      assertThat(network.getKey()).isEqualTo("edge");
    }
  }

  @Test
  void leadsTheProxyToNodesAtTheirAddresses() {
    var hosts =
        texts(compose.service("proxy").path("extra_hosts")).stream()
            .map(host -> host.split(":", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    for (var ours : OURS) {
      assertThat(hosts).containsEntry(ours, address(ours));
      assertThat(compose.service(ours).path("hostname").asString("")).isEqualTo(ours);
      assertThat(
              compose
                  .service(ours)
                  .path("environment")
                  .path("SLOTKEEPER_HTTP_TRUSTEDPROXIES")
                  .asString(""))
          .isEqualTo(address("proxy"));
    }
    assertThat(Stream.concat(OURS.stream(), Stream.of("proxy")).map(this::address))
        .doesNotHaveDuplicates();
  }

  private String address(String service) {
    return compose.service(service).path("networks").path("edge").path("ipv4_address").asString("");
  }

  @Test
  void givesTheServicesOnlyWhatTheyKnow() throws Exception {
    var known = Settings.known().variables();
    for (var ours : OURS) {
      var given = new TreeSet<String>();
      compose
          .service(ours)
          .path("environment")
          .properties()
          .forEach(each -> given.add(each.getKey()));
      given.remove("JAVA_TOOL_OPTIONS");
      // Of a map, whose keys are names of limits.
      given.removeIf(name -> name.matches("SLOTKEEPER_LIMITS_POLICIES_(API|BOOKING)_PERMITS"));
      assertThat(known).as(ours).containsAll(given);
    }
    assertThat(known).doesNotContain("SLOTKEEPER_SECURITY_ADMIN_TOKEN");
  }

  @Test
  void namesInTheExampleEveryVariableAndNoSecret() throws Exception {
    var example = ComposeFile.example();
    ComposeFile.variables()
        .forEach(
            (name, isRequired) -> {
              assertThat(example).containsKey(name);
              assertThat(example.getOrDefault(name, "").isEmpty() || !isRequired)
                  .as("%s has no value in .env.example", name)
                  .isTrue();
            });
    var others = new HashMap<>(example);
    others.keySet().removeAll(ComposeFile.variables().keySet());
    assertThat(others).containsOnlyKeys("COMPOSE_PROJECT_NAME");
    assertThat(Files.readAllLines(ComposeFile.ROOT.resolve(".gitignore"))).contains(".env");
  }

  @Test
  void mountsAndBuildsWhatThereIs() {
    var volumes = compose.document().path("volumes");
    compose
        .services()
        .forEach(
            (name, service) -> {
              texts(service.path("volumes"))
                  .forEach(
                      volume -> {
                        var source = volume.split(":", 2)[0];
                        if (source.startsWith("./")) {
                          assertThat(ComposeFile.ROOT.resolve(source)).as(name).exists();
                          assertThat(volume).as(name).endsWith(":ro");
                        } else {
                          assertThat(volumes.has(source)).as(volume).isTrue();
                        }
                      });
              if (service.has("build")) {
                assertThat(
                        ComposeFile.ROOT.resolve(
                            service.path("build").path("dockerfile").asString("")))
                    .as(name)
                    .isRegularFile();
              }
            });
  }

  @Test
  void keepsWhatIsAcknowledgedOnTheDiskAndNothingOfRedis() {
    assertThat(texts(compose.service("postgres").path("command")))
        .contains("-cfsync=on", "-csynchronous_commit=on", "-cfull_page_writes=on");
    assertThat(texts(compose.service("redis").path("command")))
        .containsSequence("--save", "")
        .containsSequence("--appendonly", "no")
        .containsSequence("--maxmemory-policy", "noeviction");
    // All phases of an orderly stop.
    for (var ours : OURS) {
      assertThat(compose.service(ours).path("stop_grace_period").asString("")).isEqualTo("60s");
    }
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(each -> each.asString("")).toList();
  }
}
