/** Callers by JSON Web Tokens of an OpenID Connect issuer, beside the keys that are made here. */
@NullMarked
package io.slotkeeper.platform.security.jwt;

import org.jspecify.annotations.NullMarked;
