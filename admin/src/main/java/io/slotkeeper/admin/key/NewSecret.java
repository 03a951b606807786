package io.slotkeeper.admin.key;

import io.slotkeeper.admin.service.Unguessable;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What a setting needs, and how it takes the place of the one before. */
enum NewSecret {
  ADMIN_TOKEN(
      "slotkeeper.security.admin-token",
      """
      To replace one: give the old one as slotkeeper.security.previous-admin-token, restart the
      nodes of both services one after the other, and drop it when all administrators have this."""),
  MANAGE_TOKEN_SECRET(
      "slotkeeper.security.manage-token-secret",
      """
      To replace one: give the old one as slotkeeper.security.previous-manage-token-secret, restart
      the nodes of both services one after the other, and drop it after the longest horizon of
      bookings. Where none was set, all tokens that are out end."""),
  MASTER_KEY(
      "slotkeeper.privacy.master-key",
      """
      Keep a copy away from the database's backups: without it everything sealed is lost. To replace
      one: first add this to slotkeeper.privacy.previous-master-keys on all nodes; then make it the
      master key and move the old one there; drop the old one after seven days."""),
  VERIFY_TOKEN(
      "slotkeeper.whatsapp.verify-token",
      """
      Give it to Meta as the verify token of the webhook, and repeat the handshake there.""");

  private final String setting;
  private final String advice;

  NewSecret(String setting, String advice) {
    this.setting = setting;
    this.advice = advice;
  }

  String setting() {
    return setting;
  }

  String variable() {
    return setting.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }

  String advice() {
    return advice;
  }

  String create() {
    return this == MASTER_KEY
        ? Base64.getEncoder().encodeToString(Unguessable.bytes())
        : Unguessable.text();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads it as it is typed. */
  static final class Reader implements ITypeConverter<NewSecret> {
    @Override
    public NewSecret convert(String typed) {
      return Arrays.stream(values())
          .filter(secret -> secret.toString().equals(typed))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "there are "
                          + Arrays.stream(values())
                              .map(NewSecret::toString)
                              .collect(Collectors.joining(", "))));
    }
  }
}
