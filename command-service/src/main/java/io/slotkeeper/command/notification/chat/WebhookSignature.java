package io.slotkeeper.command.notification.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells Meta's messages from everybody else's. */
@Component
class WebhookSignature {

  private static final Pattern HEADER = Pattern.compile("sha256=([0-9a-f]{64})");
  private static final String ALGORITHM = "HmacSHA256";

  private final WebhookSettings settings;

  WebhookSignature(WebhookSettings settings) {
    this.settings = settings;
  }

  /** Whether there is a secret to check with. */
  boolean isConfigured() {
    return settings.appSecret() != null;
  }

  /** Whether the header looks like a signature, so that it is worth reading the body. */
  static boolean isWellFormed(@Nullable String header) {
    return header != null && HEADER.matcher(header).matches();
  }

  /** Whether the header signs these very bytes: Meta signs what it sends, not what it means. */
  boolean signs(String header, byte[] body) {
    var matcher = HEADER.matcher(header);
    if (!matcher.matches()) {
      return false;
    }
    var signature = HexFormat.of().parseHex(matcher.group(1));
    return Stream.of(settings.appSecret(), settings.previousAppSecret())
        .filter(Objects::nonNull)
        .map(secret -> MessageDigest.isEqual(signature, hmac(secret, body)))
        .reduce(false, Boolean::logicalOr);
  }

  private static byte[] hmac(String secret, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
