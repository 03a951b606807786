package io.slotkeeper.platform.security;

import io.slotkeeper.platform.problem.ProblemException;
import java.util.Optional;

/** Who somebody is by a token of an issuer that this installation trusts. */
@FunctionalInterface
public interface IssuedTokens {
  /**
   * The caller whom a token proves; empty for one that proves nobody.
   *
   * @throws ProblemException if it cannot be checked now
   */
  Optional<Caller> callerOf(String token);
}
