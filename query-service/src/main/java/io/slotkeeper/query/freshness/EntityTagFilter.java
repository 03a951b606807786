package io.slotkeeper.query.freshness;

import io.slotkeeper.platform.foundation.Sha256;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Gives answers that may be kept an entity tag made of their bytes, and does not send again what a
 * caller has. The answer is computed all the same: it depends on who asks, and some on the time.
 */
final class EntityTagFilter extends ShallowEtagHeaderFilter {
  private static final String ANY = "*";
  private static final int TAG_BYTES = 16;

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    // Streams have no end that a tag could wait for.
    return !request.getRequestURI().startsWith("/api/")
        || request.getRequestURI().endsWith("/stream");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var asked = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    boolean any = asked != null && asked.strip().equals(ANY);
    super.doFilterInternal(any ? new AnyTag(request, response) : request, response, chain);
  }

  @Override
  protected boolean isEligibleForEtag(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      InputStream inputStream) {
    return !response.isCommitted()
        && HttpStatusCode.valueOf(status).is2xxSuccessful()
        && Reading.is(request.getMethod())
        && response.containsHeader(HttpHeaders.CACHE_CONTROL);
  }

  /** In the form of Spring's, whose MD5 takes twice as long where processors know SHA-256. */
  @Override
  protected String generateETagHeaderValue(InputStream answer, boolean isWeak) throws IOException {
    var digest = Sha256.digest();
    answer.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    var tag = HexFormat.of().formatHex(digest.digest(), 0, TAG_BYTES);
    return (isWeak ? "W/\"" : "\"") + tag + "\"";
  }

  /** Any tag is the one that the answer has; Spring takes it so for writes alone. */
  private static final class AnyTag extends HttpServletRequestWrapper {
    private final HttpServletResponse response;

    AnyTag(HttpServletRequest request, HttpServletResponse response) {
      super(request);
      this.response = response;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      if (!name.equalsIgnoreCase(HttpHeaders.IF_NONE_MATCH)) {
        return super.getHeaders(name);
      }
      var tag = response.getHeader(HttpHeaders.ETAG);
      return Collections.enumeration(tag == null ? List.of() : List.of(tag));
    }
  }
}
