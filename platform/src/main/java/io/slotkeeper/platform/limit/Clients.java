package io.slotkeeper.platform.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.slotkeeper.platform.address.ClientAddresses;
import io.slotkeeper.platform.security.Caller;
import io.slotkeeper.platform.security.Signatures;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;

/**
 * Tells clients apart. A credential makes one only once it has proved good: otherwise whoever makes
 * up a new one for each request would never meet a limit. And it makes the caller whom it proves:
 * otherwise each spelling of a header, and each token that an issuer gives out, would be one more.
 */
final class Clients {
  private static final String PURPOSE = "slotkeeper/rate-limit/1";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final ClientAddresses addresses;
  private final Supplier<Signatures> signatures;
  private final Cache<String, Client> good;

  /** The same address asks again and again, and a signature takes longer than to look it up. */
  private final Cache<String, Client> byAddress;

  Clients(ClientAddresses addresses, Supplier<Signatures> signatures, LimitSettings settings) {
    this.addresses = addresses;
    this.signatures = signatures;
    this.good = remembered(settings);
    this.byAddress = remembered(settings);
  }

  private static Cache<String, Client> remembered(LimitSettings settings) {
    return Caffeine.newBuilder()
        .maximumSize(settings.mostClients())
        .expireAfterAccess(settings.goodFor())
        .build();
  }

  /** The address that a request comes from, whatever it presents. */
  Client address(HttpServletRequest request) {
    return byAddress.get(
        addresses.of(request), address -> new Client(Role.ANONYMOUS, key("address " + address)));
  }

  /** What stands for the credential of a request; empty where it has none. */
  Optional<String> credential(HttpServletRequest request) {
    var presented = request.getHeader(HttpHeaders.AUTHORIZATION);
    return presented == null ? Optional.empty() : Optional.of(key("credential " + presented));
  }

  /** Whose credential this is, as far as this node knows. */
  Optional<Client> known(String credential) {
    return Optional.ofNullable(good.getIfPresent(credential));
  }

  Client learn(String credential, Caller caller) {
    var client = new Client(Role.of(caller), key("caller " + caller.text()));
    good.put(credential, client);
    return client;
  }

  void forget(String credential) {
    good.invalidate(credential);
  }

  private String key(String text) {
    return BASE64.encodeToString(signatures.get().sign(PURPOSE, text));
  }
}
