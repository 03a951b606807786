package io.slotkeeper.admin;

import io.slotkeeper.admin.terminal.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the administrator's token is; never on the command line, which others can see. */
record TokenSource(Map<String, String> environment, Optional<Path> file) {
  private static final List<String> VARIABLES =
      List.of("SLOTKEEPER_ADMIN_TOKEN", "SLOTKEEPER_SECURITY_ADMIN_TOKEN");

  Optional<String> token() {
    return file.map(TokenSource::firstLine)
        .or(
            () ->
                VARIABLES.stream()
                    .flatMap(name -> Stream.ofNullable(environment.get(name)))
                    .filter(token -> !token.isBlank())
                    .findFirst())
        .map(String::strip)
        .map(TokenSource::sendable);
  }

  private static String firstLine(Path file) {
    try (var lines = Files.lines(file)) {
      return lines
          .findFirst()
          .filter(line -> !line.isBlank())
          .orElseThrow(() -> new Unusable("There is no token in " + file));
    } catch (IOException e) {
      throw new Unusable("%s cannot be read".formatted(file));
    }
  }

  private static String sendable(String token) {
    if (!token.matches("[!-~]+")) {
      throw new Unusable("The token has characters that no token has");
    }
    return token;
  }
}
