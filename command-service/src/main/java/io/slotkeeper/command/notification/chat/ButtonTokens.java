package io.slotkeeper.command.notification.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.platform.security.Signatures;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Issues and reads what buttons send back: {@code <action>.<booking>.<expiry>.<HMAC-SHA256, 128
 * bits in base64url>}, 62 characters where Meta allows 128. Nothing of them is stored.
 */
@Component
public class ButtonTokens {

  private static final Pattern PAYLOAD =
      Pattern.compile("([A-Z])\\.([0-9a-z]{26})\\.(\\d{1,11})\\.[A-Za-z0-9_-]{22}");
  private static final String PURPOSE = "whatsapp-button/1";
  private static final int SIGNATURE_BYTES = 16;

  private final Signatures signatures;

  ButtonTokens(Signatures signatures) {
    this.signatures = signatures;
  }

  /**
   * The payload of a button.
   *
   * @param expiry for APPROVE and REJECT when the booking lapses unless it is confirmed; a button
   *     with any other expiry belongs to another round and does nothing
   */
  public String issue(ButtonAction action, BookingId bookingId, Instant expiry) {
    var signed =
        "%s.%s.%d"
            .formatted(action.letter(), bookingId.value().substring(4), expiry.getEpochSecond());
    return payload(signed, signatures.sign(PURPOSE, signed));
  }

  private static String payload(String signed, byte[] signature) {
    var kept = Arrays.copyOf(signature, SIGNATURE_BYTES);
    return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(kept);
  }

  /** What a payload means, expired or not; empty where it is none of ours. */
  public Optional<ButtonToken> read(String payload) {
    var matcher = PAYLOAD.matcher(payload);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return ButtonAction.of(matcher.group(1))
        .flatMap(action -> token(action, matcher.group(2), matcher.group(3)))
        .filter(token -> isIssued(payload, token));
  }

  private static Optional<ButtonToken> token(ButtonAction action, String id, String expiry) {
    try {
      var bookingId = new BookingId("bkg_" + id);
      var seconds = Instant.ofEpochSecond(Long.parseLong(expiry));
      return Optional.of(new ButtonToken(action, bookingId, seconds));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  // Text is compared and not bytes, since several spellings would decode to the same bytes.
  private boolean isIssued(String payload, ButtonToken token) {
    var signed = payload.substring(0, payload.lastIndexOf('.'));
    return Stream.concat(
            Stream.of(issue(token.action(), token.bookingId(), token.expiry())),
            signatures.signBefore(PURPOSE, signed).stream().map(before -> payload(signed, before)))
        .anyMatch(issued -> MessageDigest.isEqual(payload.getBytes(UTF_8), issued.getBytes(UTF_8)));
  }
}
