package io.slotkeeper.benchmarks.micro.measured;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.CustomerId;
import io.slotkeeper.api.Ids;
import io.slotkeeper.api.Sealed;
import io.slotkeeper.command.notification.chat.MeasuredSignature;
import io.slotkeeper.platform.privacy.CustomerKey;
import io.slotkeeper.platform.privacy.MasterKey;
import io.slotkeeper.platform.security.MeasuredTokens;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Tokens, signatures and sealed texts, as requests need them. */
@State(Scope.Benchmark)
public class Secrecy {
  private static final String SECRET = "s".repeat(32);
  private static final int WEBHOOK_BYTES = 1000;

  private final Ids ids =
      new Ids(Clock.fixed(Instant.parse("2026-11-02T07:00:00Z"), ZoneOffset.UTC), new Random(7));
  private final BookingId booking = ids.newBookingId();
  private final CustomerId customer = ids.newCustomerId();
  private final MeasuredTokens tokens =
      new MeasuredTokens(SECRET.getBytes(StandardCharsets.US_ASCII));
  private final String token = tokens.make(booking);
  private final MeasuredSignature signatures = new MeasuredSignature(SECRET);
  private final byte[] webhook = "x".repeat(WEBHOOK_BYTES).getBytes(StandardCharsets.US_ASCII);
  private final String signature = signature(webhook);
  private final byte[] keyBytes = new byte[MasterKey.BYTES];
  private final CustomerKey key = new CustomerKey(customer, keyBytes);
  private final Sealed sealed = key.seal("Benchmark Customer");
  private final MasterKey master =
      new MasterKey(List.of(SECRET.getBytes(StandardCharsets.US_ASCII)));

  private static String signature(byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A customer's token. */
  @Benchmark
  public String makeToken() {
    return tokens.make(booking);
  }

  /** The same, when it comes back. */
  @Benchmark
  public Optional<BookingId> checkToken() {
    return tokens.check(token);
  }

  /** The signature of a webhook of a kilobyte. */
  @Benchmark
  public boolean checkSignature() {
    return signatures.check(signature, webhook);
  }

  /** A name, with a key that is at hand. */
  @Benchmark
  public Sealed sealText() {
    return key.seal("Benchmark Customer");
  }

  /** The same, back. */
  @Benchmark
  public String openText() {
    return key.open(sealed);
  }

  /** A new customer's key, and what is kept of it. */
  @Benchmark
  public byte[] sealKey() {
    return master.seal(
        keyBytes, CustomerKey.purposeOf(new CustomerKey(customer, keyBytes).customerId()));
  }
}
