package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the services say of themselves is what was reviewed. */
class ApiDocumentTest {
  private static final String WRITE = "slotkeeper.openapi.write";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Test
  void commandServiceDescribesWhatIsCheckedIn() throws IOException {
    requireSame(Town.commands(), "command-service.json");
  }

  @Test
  void queryServiceDescribesWhatIsCheckedIn() throws IOException {
    requireSame(Town.queries(), "query-service.json");
  }

  private static void requireSame(Http service, String file) throws IOException {
    var document = service.get("/v3/api-docs").expect(200).body();
    var text = JSON.writeValueAsString(document).replace("\r\n", "\n") + "\n";
    var path = Path.of("../docs/openapi", file);
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(path, text);
    }
    assertThat(text)
        .as(
            "docs/openapi/%s is not what the service says. Read the difference, then run"
                + " ./mvnw -pl quickstart -am test -Dtest=ApiDocumentTest -D%s=true"
                + " -Dsurefire.failIfNoSpecifiedTests=false",
            file, WRITE)
        .isEqualTo(Files.exists(path) ? Files.readString(path) : "");
  }
}
