package io.slotkeeper.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Supplier;

/** An OpenID Connect issuer on this machine, as far as whoever checks its tokens sees it. */
final class Issuer implements AutoCloseable {
  private final HttpServer server;
  private RSAKey key = newKey("first");
  private int fetches;
  private boolean away;

  Issuer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve(
        "/.well-known/openid-configuration",
        () -> "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(url(), url()));
    serve("/keys", this::keys);
    server.start();
  }

  private void serve(String path, Supplier<String> answer) {
    server.createContext(
        path,
        exchange -> {
          var body = answer.get().getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(isAway() ? 500 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private synchronized String keys() {
    fetches++;
    return new JWKSet(key.toPublicJWK()).toString();
  }

  private synchronized boolean isAway() {
    return away;
  }

  synchronized void setAway(boolean now) {
    away = now;
  }

  /** How often the keys were asked for. */
  synchronized int fetches() {
    return fetches;
  }

  synchronized void rotate(String id) {
    key = newKey(id);
  }

  synchronized RSAKey key() {
    return key;
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  JWTClaimsSet.Builder claims(Instant expiry, Map<String, Object> more) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(url())
            .audience("slotkeeper")
            .expirationTime(Date.from(expiry));
    more.forEach(claims::claim);
    return claims;
  }

  String token(JWTClaimsSet.Builder claims) {
    return token(claims, key());
  }

  static String token(JWTClaimsSet.Builder claims, RSAKey key) {
    try {
      return signed(JWSAlgorithm.RS256, key.getKeyID(), claims, new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signed by everybody's knowledge of the public key, taken for a shared secret. */
  String confused(JWTClaimsSet.Builder claims) {
    try {
      var secret = key().toRSAPublicKey().getEncoded();
      return signed(JWSAlgorithm.HS256, key().getKeyID(), claims, new MACSigner(secret));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static String unsigned(JWTClaimsSet.Builder claims) {
    return new PlainJWT(claims.build()).serialize();
  }

  private static String signed(
      JWSAlgorithm algorithm, String id, JWTClaimsSet.Builder claims, JWSSigner signer)
      throws JOSEException {
    var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(id).build(), claims.build());
    token.sign(signer);
    return token.serialize();
  }

  static RSAKey newKey(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
