package io.slotkeeper.platform.idempotency;

import io.slotkeeper.platform.foundation.Sha256;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A request that takes the SHA-256 of its body while that is read. */
final class DigestedRequest extends HttpServletRequestWrapper {
  private @Nullable DigestedStream body;

  DigestedRequest(HttpServletRequest request) {
    super(request);
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return body();
  }

  /** The digest of all of the body; reads what nobody has read. */
  byte[] bodyDigest() throws IOException {
    body().transferTo(OutputStream.nullOutputStream());
    return body().digest();
  }

  private DigestedStream body() throws IOException {
    var open = body;
    if (open == null) {
      open = new DigestedStream(super.getInputStream());
      body = open;
    }
    return open;
  }

  private static final class DigestedStream extends ServletInputStream {
    private final ServletInputStream stream;
    private final MessageDigest digest = Sha256.digest();

    DigestedStream(ServletInputStream stream) {
      this.stream = stream;
    }

    byte[] digest() {
      return digest.digest();
    }

    @Override
    public int read() throws IOException {
      int next = stream.read();
      if (next >= 0) {
        digest.update((byte) next);
      }
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = stream.read(buffer, offset, length);
      if (read > 0) {
        digest.update(buffer, offset, read);
      }
      return read;
    }

    @Override
    public boolean isFinished() {
      return stream.isFinished();
    }

    @Override
    public boolean isReady() {
      return stream.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      stream.setReadListener(listener);
    }
  }
}
