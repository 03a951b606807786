package io.slotkeeper.platform.security.jwt;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a token says; issuers nest their claims, or name them by addresses with dots. */
record Claims(Map<String, Object> all) {

  /** The one text in a claim. */
  Optional<String> text(String path) {
    return find(all, path) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** The text or texts in a claim. */
  Set<String> texts(String path) {
    var found = find(all, path);
    if (found instanceof String text) {
      return Set.of(text);
    }
    return found instanceof Collection<?> many
        ? many.stream()
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  private static @Nullable Object find(Map<?, ?> claims, String path) {
    if (claims.containsKey(path)) {
      return claims.get(path);
    }
    int dot = path.indexOf('.');
    return dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
        ? find(inner, path.substring(dot + 1))
        : null;
  }
}
