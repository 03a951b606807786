package io.slotkeeper.platform.security.jwt;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.platform.problem.ProblemCode;
import io.slotkeeper.platform.problem.ProblemException;
import io.slotkeeper.platform.security.Caller;
import io.slotkeeper.platform.security.IssuedTokens;
import io.slotkeeper.platform.security.OwnerKeyHashes;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;

/** Takes a token for the owner or administrator that its claims name, and for nobody else. */
final class JwtCallers implements IssuedTokens {
  private static final Logger log = LoggerFactory.getLogger(JwtCallers.class);
  private static final String OWNER = "owner";
  private static final String ADMIN = "admin";

  private final ObjectProvider<JwtDecoder> decoder;
  private final OwnerKeyHashes businesses;
  private final JwtSettings settings;

  JwtCallers(ObjectProvider<JwtDecoder> decoder, OwnerKeyHashes businesses, JwtSettings settings) {
    this.decoder = decoder;
    this.businesses = businesses;
    this.settings = settings;
  }

  @Override
  public Optional<Caller> callerOf(String token) {
    var issuer = decoder.getIfAvailable();
    return issuer == null
        ? Optional.empty()
        : decoded(issuer, token).map(Jwt::getClaims).map(Claims::new).flatMap(this::callerBy);
  }

  private static Optional<Jwt> decoded(JwtDecoder issuer, String token) {
    try {
      return Optional.of(issuer.decode(token));
    } catch (BadJwtException notGood) {
      return Optional.empty();
    } catch (JwtException | JwtDecoderInitializationException away) {
      // Its message may quote what the issuer or the caller sent.
      log.warn("Tokens of the issuer cannot be checked: {}", away.getClass().getSimpleName());
      throw ProblemException.of(
              ProblemCode.UNAVAILABLE, "The token cannot be checked now. Try again shortly.")
          .retryAfter(IssuerRequests.PAUSE);
    }
  }

  private Optional<Caller> callerBy(Claims claims) {
    var roles = claims.texts(settings.roleClaim());
    boolean admin = roles.contains(ADMIN);
    if (admin == roles.contains(OWNER)) {
      // Neither, or both: which of the two calls is not for us to choose.
      return Optional.empty();
    }
    return admin
        ? Optional.of(new Caller.Admin())
        : claims.text(settings.businessClaim()).flatMap(this::business).map(Caller.Owner::new);
  }

  /** One that exists: a key of a business that does not is nobody's either. */
  private Optional<BusinessId> business(String id) {
    try {
      return Optional.of(new BusinessId(id))
          .filter(known -> businesses.keyHashOf(known).isPresent());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
