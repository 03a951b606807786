package io.slotkeeper.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.platform.foundation.Foundation;
import io.slotkeeper.platform.foundation.Secrets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class CredentialsTest {
  private static final BusinessId BUSINESS = new BusinessId("biz_0" + "a".repeat(25));
  private static final BusinessId OTHER_BUSINESS = new BusinessId("biz_0" + "b".repeat(25));
  private static final BookingId BOOKING = new BookingId("bkg_0" + "a".repeat(25));
  private static final BookingId OTHER_BOOKING = new BookingId("bkg_0" + "b".repeat(25));

  private final Map<BusinessId, String> hashes = new HashMap<>();
  private final Secrets secrets =
      new AnnotationConfigApplicationContext(Foundation.class).getBean(Secrets.class);
  private final OwnerKeys ownerKeys =
      new OwnerKeys(businessId -> Optional.ofNullable(hashes.get(businessId)), secrets);
  private final ManageTokens manageTokens = new ManageTokens("s".repeat(32).getBytes(UTF_8));
  private final Credentials credentials =
      new Credentials(
          new AdminToken("the-admin-token"), ownerKeys, manageTokens, token -> Optional.empty());

  private String ownerKey() {
    var key = ownerKeys.newKey(BUSINESS);
    hashes.put(BUSINESS, key.hash());
    return key.text();
  }

  private void assertNobody(String token) {
    assertThat(credentials.callerOf("Bearer " + token)).as(token).isEmpty();
  }

  @Test
  void knowsTheAdministrator() {
    assertThat(credentials.callerOf("Bearer the-admin-token")).contains(new Caller.Admin());
    assertThat(credentials.callerOf("bearer the-admin-token")).contains(new Caller.Admin());
    assertNobody("the-admin-toke");
    assertNobody("the-admin-token2");
    assertNobody("The-admin-token");
  }

  @Test
  void knowsOwnersByTheirKey() {
    var key = ownerKey();
    assertThat(key).matches("sk_[0-9a-z]{26}_[A-Za-z0-9_-]{43}");
    assertThat(hashes.get(BUSINESS)).matches("[0-9a-f]{64}").doesNotContain(key.substring(30));
    assertThat(credentials.callerOf("Bearer " + key)).contains(new Caller.Owner(BUSINESS));
  }

  @Test
  void refusesKeysThatAreNotTheOwners() {
    var key = ownerKey();
    assertNobody(key.substring(0, key.length() - 1));
    assertNobody(key + "A");
    assertNobody(key.toUpperCase(Locale.ROOT));
    assertNobody("SK" + key.substring(2));
    assertNobody(changed(key, 3));
    assertNobody(changed(key, key.length() - 1));
    assertNobody(ownerKeys.newKey(BUSINESS).text());
    assertNobody(ownerKeys.newKey(OTHER_BUSINESS).text());
    hashes.put(OTHER_BUSINESS, ownerKeys.newKey(OTHER_BUSINESS).hash());
    assertNobody(key.replace("aaaa", "bbbb"));
  }

  @Test
  void stopsTheOldKeyWhenThereIsANewOne() {
    var old = ownerKey();
    var replacement = ownerKey();
    assertNobody(old);
    assertThat(credentials.callerOf("Bearer " + replacement)).contains(new Caller.Owner(BUSINESS));
  }

  @Test
  void knowsCustomersByTheTokenOfTheirBooking() {
    var token = manageTokens.tokenOf(BOOKING);
    assertThat(token).matches("mt_[0-9a-z]{26}_[A-Za-z0-9_-]{43}");
    assertThat(credentials.callerOf("Bearer " + token)).contains(new Caller.Customer(BOOKING));
  }

  @Test
  void refusesTokensThatWereNotIssued() {
    var token = manageTokens.tokenOf(BOOKING);
    var signature = token.substring(30);
    for (int i = 0; i < token.length(); i++) {
      assertNobody(changed(token, i));
      assertNobody(token.substring(0, i));
      assertNobody(otherCase(token, i, token));
    }
    assertNobody(token + "=");
    assertNobody(token + "A");
    assertNobody("mt_%s_%s".formatted(OTHER_BOOKING.value().substring(4), signature));
    assertNobody(new ManageTokens("t".repeat(32).getBytes(UTF_8)).tokenOf(BOOKING));
  }

  @Test
  void takesWhatWasMadeWithThePreviousSecretsToo() {
    var old = "o".repeat(32).getBytes(UTF_8);
    var replaced =
        new Credentials(
            new AdminToken("new-token", "the-admin-token"),
            ownerKeys,
            new ManageTokens("n".repeat(32).getBytes(UTF_8), List.of(old)),
            token -> Optional.empty());
    var before = new ManageTokens(old).tokenOf(BOOKING);
    assertThat(replaced.callerOf("Bearer " + before)).contains(new Caller.Customer(BOOKING));
    assertThat(replaced.callerOf("Bearer the-admin-token")).contains(new Caller.Admin());
    assertThat(replaced.callerOf("Bearer new-token")).contains(new Caller.Admin());
    assertThat(replaced.callerOf("Bearer " + manageTokens.tokenOf(BOOKING))).isEmpty();
  }

  @Test
  void readsEmptySecretsAsNotSet() {
    assertThat(new SecuritySettings("", "", "", ""))
        .isEqualTo(new SecuritySettings(null, null, null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Bearer", "Bearer ", "Basic dXNlcjpwYXNz", "the-admin-token", "Bearer a b"})
  void refusesWhatIsNoBearerToken(String header) {
    assertThat(credentials.callerOf(header)).isEmpty();
  }

  private static String changed(String token, int at) {
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }

  private static String otherCase(String token, int at, String otherwise) {
    char c = token.charAt(at);
    char other = Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c);
    return other == c
        ? changed(otherwise, at)
        : token.substring(0, at) + other + token.substring(at + 1);
  }
}
