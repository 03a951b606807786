package io.slotkeeper.quickstart.kubernetes;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** The documents of deploy/kubernetes, with the example of a secret. */
record Manifests(List<Manifest> all) {
  private static final Path FOLDER = Path.of("..", "deploy", "kubernetes");

  static Manifests read() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return new Manifests(files.sorted().flatMap(Manifests::in).toList());
    }
  }

  Stream<Manifest> of(String kind) {
    return all.stream().filter(manifest -> manifest.kind().equals(kind));
  }

  Manifest named(String kind, String name) {
    return of(kind)
        .filter(manifest -> manifest.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no %s %s".formatted(kind, name)));
  }

  static Stream<Manifest> parse(String origin, String yaml) {
    var documents = new Yaml().loadAll(yaml);
    return StreamSupport.stream(documents.spliterator(), false)
        .map(document -> new Gson().toJsonTree(document).getAsJsonObject())
        .map(document -> new Manifest(origin, document));
  }

  private static Stream<Manifest> in(Path file) {
    try {
      return parse(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** One object. */
  record Manifest(String origin, JsonObject json) {
    String kind() {
      return json.get("kind").getAsString();
    }

    String name() {
      return json.getAsJsonObject("metadata").get("name").getAsString();
    }

    @Override
    public String toString() {
      return origin + ": " + kind() + " " + name();
    }
  }
}
