package io.slotkeeper.platform.security;

import java.util.Optional;
import java.util.regex.Pattern;

/** Who somebody is by what they present. */
public final class Credentials {
  private static final Pattern BEARER =
      Pattern.compile("bearer +([!-~]{1,200})", Pattern.CASE_INSENSITIVE);

  private final AdminToken adminToken;
  private final OwnerKeys ownerKeys;
  private final ManageTokens manageTokens;

  Credentials(AdminToken adminToken, OwnerKeys ownerKeys, ManageTokens manageTokens) {
    this.adminToken = adminToken;
    this.ownerKeys = ownerKeys;
    this.manageTokens = manageTokens;
  }

  /** The caller whom an {@code Authorization} header proves; empty for one that proves nobody. */
  public Optional<Caller> callerOf(String authorization) {
    var matcher = BEARER.matcher(authorization);
    return matcher.matches() ? callerWith(matcher.group(1)) : Optional.empty();
  }

  private Optional<Caller> callerWith(String token) {
    if (adminToken.matches(token)) {
      return Optional.of(new Caller.Admin());
    }
    return token.startsWith("mt_")
        ? manageTokens.verify(token).map(Caller.Customer::new)
        : ownerKeys.verify(token).map(Caller.Owner::new);
  }
}
