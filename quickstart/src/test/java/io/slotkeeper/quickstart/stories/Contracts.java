package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.testing.ApiContract;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;

/** The documents that are checked in. What stories send and are answered is held against them. */
final class Contracts {
  static final ApiContract COMMANDS = read("command-service.json");
  static final ApiContract QUERIES = read("query-service.json");

  private Contracts() {}

  private static ApiContract read(String file) {
    return ApiContract.read(Path.of("../docs/openapi", file));
  }

  private static Optional<ApiContract> of(URI address) {
    var town = Town.quickstart();
    if (address.getPort() == town.commandUrl().getPort()) {
      return Optional.of(COMMANDS);
    }
    return address.getPort() == town.queryUrl().getPort() ? Optional.of(QUERIES) : Optional.empty();
  }

  /** What a story sends wrong on purpose is refused; only the refusal is looked at then. */
  static void require(HttpRequest request, String body, HttpResponse<?> response) {
    var address = request.uri();
    if (!address.getPath().startsWith("/api/")) {
      return;
    }
    of(address)
        .flatMap(contract -> contract.find(request.method(), address.getPath()))
        .ifPresent(
            operation -> {
              var answered = response.body() instanceof String text ? text : "";
              assertThat(operation.answerFlaws(response.statusCode(), response.headers(), answered))
                  .as("answer to %s: %s", operation, answered)
                  .isEmpty();
              if (response.statusCode() < 400) {
                assertThat(operation.requestFlaws(request.headers(), body))
                    .as("%s was accepted: %s", operation, body)
                    .isEmpty();
              }
            });
  }
}
