package io.slotkeeper.platform.web;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.slotkeeper.platform.problem.ProblemCode;
import io.slotkeeper.platform.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies above the limit of their path: at once where the length is declared, else while
 * they are read.
 */
final class BodyLimitFilter extends OncePerRequestFilter {
  static final int MOST_BYTES = 64 * 1024;

  private final Map<String, Integer> limits;

  BodyLimitFilter(Collection<BodyLimit> limits) {
    this.limits = limits.stream().collect(toUnmodifiableMap(BodyLimit::path, BodyLimit::mostBytes));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int most = limits.getOrDefault(request.getServletPath(), MOST_BYTES);
    if (request.getContentLengthLong() > most) {
      throw tooLarge(most);
    }
    chain.doFilter(new Limited(request, most), response);
  }

  private static ProblemException tooLarge(int most) {
    return ProblemException.of(
        ProblemCode.TOO_LARGE, "A body has at most %d bytes.".formatted(most));
  }

  private static final class Limited extends HttpServletRequestWrapper {
    private final int most;

    Limited(HttpServletRequest request, int most) {
      super(request);
      this.most = most;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new CountedStream(super.getInputStream(), most);
    }
  }

  private static final class CountedStream extends ServletInputStream {
    private final ServletInputStream body;
    private final int most;
    private long count;

    CountedStream(ServletInputStream body, int most) {
      this.body = body;
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = body.read(buffer, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int bytes) {
      count += bytes;
      if (count > most) {
        throw tooLarge(most);
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
