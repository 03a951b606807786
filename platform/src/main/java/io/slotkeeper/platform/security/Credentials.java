package io.slotkeeper.platform.security;

import java.util.Optional;
import java.util.regex.Pattern;

/** Who somebody is by what they present. */
public final class Credentials {
  private static final Pattern BEARER =
      Pattern.compile("bearer +([!-~]{1,8000})", Pattern.CASE_INSENSITIVE);
  private static final Pattern JWT =
      Pattern.compile("eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

  /** Of the tokens that are made here. */
  private static final int LONGEST = 200;

  private final AdminToken adminToken;
  private final OwnerKeys ownerKeys;
  private final ManageTokens manageTokens;
  private final IssuedTokens issuedTokens;

  Credentials(
      AdminToken adminToken,
      OwnerKeys ownerKeys,
      ManageTokens manageTokens,
      IssuedTokens issuedTokens) {
    this.adminToken = adminToken;
    this.ownerKeys = ownerKeys;
    this.manageTokens = manageTokens;
    this.issuedTokens = issuedTokens;
  }

  /**
   * The caller whom an {@code Authorization} header proves; empty for one that proves nobody.
   *
   * @throws io.slotkeeper.platform.problem.ProblemException if that cannot be found out now
   */
  public Optional<Caller> callerOf(String authorization) {
    var matcher = BEARER.matcher(authorization);
    return matcher.matches() ? callerWith(matcher.group(1)) : Optional.empty();
  }

  private Optional<Caller> callerWith(String token) {
    if (adminToken.matches(token)) {
      return Optional.of(new Caller.Admin());
    }
    if (JWT.matcher(token).matches()) {
      return issuedTokens.callerOf(token);
    }
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    return token.startsWith("mt_")
        ? manageTokens.verify(token).map(Caller.Customer::new)
        : ownerKeys.verify(token).map(Caller.Owner::new);
  }
}
