package io.slotkeeper.admin.doctor.settings;

import io.slotkeeper.admin.doctor.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for settings that do not go together, or not with an open internet. */
public final class SettingsCheck {
  private static final String ABOUT = "settings";
  private static final String WHATSAPP = "slotkeeper.whatsapp.";
  private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

  private final GivenSettings given;

  /** Looks at what is given. */
  public SettingsCheck(GivenSettings given) {
    this.given = given;
  }

  /** What is wrong, and how WhatsApp is. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(whatsApp());
    warnIf(
        is("slotkeeper.limits.enabled", "false"),
        "slotkeeper.limits.enabled is false: nobody is limited",
        "Only for load tests: remove it.",
        findings);
    warnIf(
        is("slotkeeper.registration.open", "true"),
        "slotkeeper.registration.open is true: anybody may register a business",
        "Remove it where the administrator alone registers.",
        findings);
    warnIf(
        given.value("slotkeeper.cors.allowed-origins").filter("*"::equals).isPresent(),
        "slotkeeper.cors.allowed-origins is *: any page may call the API",
        "Name the pages that do.",
        findings);
    warnIf(
        isBehindAProxy() && !given.has("slotkeeper.http.trusted-proxies"),
        "callers come by https, which a proxy ends, and slotkeeper.http.trusted-proxies is not"
            + " given: all callers without credentials are one client",
        "Name the proxies' addresses, and their header in slotkeeper.http.forwarded-header.",
        findings);
    warnIf(
        (given.has(JWT + "issuer-uri") || given.has(JWT + "jwk-set-uri"))
            && !given.has(JWT + "audiences"),
        "tokens of an issuer are taken, whomever they are meant for",
        "Give %saudiences.".formatted(JWT),
        findings);
    warnIf(
        given.has(JWT + "jwk-set-uri") && !given.has(JWT + "issuer-uri"),
        "tokens are taken from any issuer with these keys",
        "Give %sissuer-uri.".formatted(JWT),
        findings);
    return findings;
  }

  private Finding whatsApp() {
    var missing =
        Stream.of("phone-number-id", "access-token", "app-secret", "verify-token")
            .filter(name -> !given.has(WHATSAPP + name))
            .map(WHATSAPP::concat)
            .toList();
    return switch (missing.size()) {
      case 0 -> Finding.ok(ABOUT, "WhatsApp has all that it needs");
      case 4 ->
          Finding.warn(
              ABOUT,
              "WhatsApp is not set up: nobody is told anything",
              "ops/whatsapp/README.md says how.");
      default ->
          Finding.fail(
              ABOUT,
              "WhatsApp is set up by half: there is no " + String.join(", ", missing),
              "Give all of them or none; ops/whatsapp/README.md says how.");
    };
  }

  private boolean isBehindAProxy() {
    return given
            .value("slotkeeper.query-api.base-url")
            .filter(address -> address.startsWith("https:"))
            .isPresent()
        && !given.has("server.ssl.certificate")
        && !given.has("server.ssl.key-store")
        && !given.has("server.ssl.bundle");
  }

  private boolean is(String name, String value) {
    return given.value(name).filter(value::equalsIgnoreCase).isPresent();
  }

  private static void warnIf(
      boolean condition, String text, String remedy, List<Finding> findings) {
    if (condition) {
      findings.add(Finding.warn(ABOUT, text, remedy));
    }
  }
}
