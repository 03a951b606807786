package io.slotkeeper.quickstart.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** Serves the page and what belongs to it. */
record Page() implements Endpoint {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
          + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final Map<String, String> TYPES =
      Map.of(
          "index.html", "text/html; charset=utf-8",
          "simulator.css", "text/css; charset=utf-8",
          "simulator.js", "text/javascript; charset=utf-8");

  @Override
  public void answer(Call call) throws IOException {
    String name = call.path().isEmpty() ? "index.html" : String.join("/", call.path());
    String type =
        Optional.ofNullable(TYPES.get(name))
            .orElseThrow(() -> new Refusal(404, "There is nothing here"));
    if (!call.method().equals("GET")) {
      throw new Refusal(405, "GET only");
    }
    call.responseHeader("Content-Security-Policy", POLICY);
    call.answer(200, type, read(name));
  }

  private static byte[] read(String name) throws IOException {
    try (InputStream file = Page.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is not in the jar");
      }
      return file.readAllBytes();
    }
  }
}
