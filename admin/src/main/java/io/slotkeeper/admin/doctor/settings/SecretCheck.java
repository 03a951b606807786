package io.slotkeeper.admin.doctor.settings;

import io.slotkeeper.admin.doctor.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks at secrets without showing them. */
public final class SecretCheck {
  private static final String ABOUT = "secrets";
  private static final String ADMIN_TOKEN = "slotkeeper.security.admin-token";
  private static final String MANAGE_TOKEN_SECRET = "slotkeeper.security.manage-token-secret";
  private static final String MASTER_KEY = "slotkeeper.privacy.master-key";
  private static final int LONG_ENOUGH = 32;
  private static final int TOO_SHORT = 16;

  /** Those that are only there while one is replaced, and until when. */
  private static final Map<String, String> PREVIOUS =
      Map.of(
          "slotkeeper.security.previous-admin-token", "all administrators have the new one",
          "slotkeeper.security.previous-manage-token-secret",
              "the longest horizon of bookings has passed",
          "slotkeeper.privacy.previous-master-keys", "seven days have passed",
          "slotkeeper.whatsapp.previous-app-secret", "Meta signs with the new one");

  private final GivenSettings given;

  /** Looks at what is given. */
  public SecretCheck(GivenSettings given) {
    this.given = given;
  }

  /** One for each secret, and for each that should go. */
  public List<Finding> findings() {
    List<Finding> findings =
        new ArrayList<>(List.of(adminToken(), manageTokenSecret(), masterKey()));
    PREVIOUS.keySet().stream()
        .sorted()
        .filter(given::has)
        .map(
            name ->
                Finding.warn(
                    ABOUT,
                    name + " is still given",
                    "Remove it when %s.".formatted(PREVIOUS.get(name))))
        .forEach(findings::add);
    return findings;
  }

  private Finding adminToken() {
    int length = given.value(ADMIN_TOKEN).map(String::length).orElse(0);
    if (length == 0) {
      return Finding.warn(
          ABOUT,
          "%s is not given: each node makes one of its own at each start".formatted(ADMIN_TOKEN),
          generate("admin-token"));
    }
    if (length < TOO_SHORT) {
      return Finding.fail(
          ABOUT,
          "%s has only %d characters".formatted(ADMIN_TOKEN, length),
          generate("admin-token"));
    }
    return length < LONG_ENOUGH
        ? Finding.warn(
            ABOUT,
            "%s has only %d characters".formatted(ADMIN_TOKEN, length),
            generate("admin-token"))
        : Finding.ok(ABOUT, ADMIN_TOKEN + " is given and long enough");
  }

  private Finding manageTokenSecret() {
    int length = given.value(MANAGE_TOKEN_SECRET).map(String::length).orElse(0);
    if (length == 0) {
      return Finding.warn(
          ABOUT,
          "%s is not given: one is generated, and kept in the database"
              .formatted(MANAGE_TOKEN_SECRET),
          "Give one before the first booking, since a change ends all tokens that are out: "
              + generate("manage-token-secret"));
    }
    return length < LONG_ENOUGH
        ? Finding.fail(
            ABOUT,
            "%s has only %d characters, of the 32 that it needs"
                .formatted(MANAGE_TOKEN_SECRET, length),
            generate("manage-token-secret"))
        : Finding.ok(ABOUT, MANAGE_TOKEN_SECRET + " is given and long enough");
  }

  private Finding masterKey() {
    return given
        .value(MASTER_KEY)
        .map(
            key ->
                key.matches("[A-Za-z0-9+/]{43}=")
                    ? Finding.ok(ABOUT, MASTER_KEY + " is given")
                    : Finding.fail(
                        ABOUT, MASTER_KEY + " is not 32 bytes in base64", generate("master-key")))
        .orElseGet(
            () ->
                Finding.warn(
                    ABOUT,
                    "%s is not given: the key lies in the database beside what it seals"
                        .formatted(MASTER_KEY),
                    generate("master-key")));
  }

  private static String generate(String secret) {
    return "slotkeeper-admin keys generate %s makes one.".formatted(secret);
  }
}
