package io.slotkeeper.platform.security;

import io.slotkeeper.api.BookingId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Issues and checks customers' tokens: {@code mt_<booking>_<HMAC-SHA256 in base64url>}. Nothing of
 * them is stored; whoever knows the secret can make them all.
 */
public final class ManageTokens {
  private static final Pattern TOKEN = Pattern.compile("mt_([0-9a-z]{26})_[A-Za-z0-9_-]{43}");
  private static final String PURPOSE = "slotkeeper/manage-token/1:";
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final List<SecretKeySpec> allKeys;

  /** Those made with this secret. */
  ManageTokens(byte[] secret) {
    this(secret, List.of());
  }

  /** Those made with this secret; what was made with a previous one is good as well. */
  ManageTokens(byte[] secret, List<byte[]> previous) {
    this.key = new SecretKeySpec(secret, ALGORITHM);
    this.allKeys =
        Stream.concat(
                Stream.of(key), previous.stream().map(old -> new SecretKeySpec(old, ALGORITHM)))
            .toList();
  }

  /** The token of a booking, the same as long as the secret is. */
  public String tokenOf(BookingId bookingId) {
    return token(bookingId, key);
  }

  private static String token(BookingId bookingId, SecretKeySpec key) {
    return "mt_%s_%s".formatted(bookingId.value().substring(4), signature(bookingId, key));
  }

  /** The booking that a token is good for. */
  Optional<BookingId> verify(String token) {
    // Text is compared and not bytes, since several spellings would decode to the same bytes.
    return bookingNamedIn(token)
        .filter(
            bookingId ->
                allKeys.stream().anyMatch(any -> Hashes.same(token, token(bookingId, any))));
  }

  private static Optional<BookingId> bookingNamedIn(String token) {
    var matcher = TOKEN.matcher(token);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BookingId("bkg_" + matcher.group(1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String signature(BookingId bookingId, SecretKeySpec key) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      var signed = mac.doFinal((PURPOSE + bookingId).getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
