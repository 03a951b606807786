package io.slotkeeper.benchmarks.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.HttpProcessors;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnectionFactory;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * One caller's connection, which stays open from request to request. Without the pool and the
 * retries of a whole client: the less the generator costs, the less it takes from what is measured.
 */
public final class KeptConnection implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 60_000;

  /** Servers close what nobody uses, mostly after a minute. */
  private static final long LONGEST_IDLE = TimeUnit.SECONDS.toNanos(30);

  private final HttpHost host;
  private final HttpProcessor processor = HttpProcessors.client("slotkeeper-benchmarks");
  private final HttpRequestExecutor executor = new HttpRequestExecutor();
  private final DefaultBHttpClientConnectionFactory connections =
      DefaultBHttpClientConnectionFactory.builder().http1Config(Http1Config.DEFAULT).build();
  private final @Nullable InetAddress from;
  private final LongSupplier nanoTime;
  private @Nullable HttpClientConnection open;
  private long usedAt;

  /** To a server, made with the first call. */
  public KeptConnection(URI server) {
    this(server, null);
  }

  /** From an address of this machine, which makes it a client of its own to the server. */
  KeptConnection(URI server, @Nullable InetAddress from) {
    this(server, from, System::nanoTime);
  }

  KeptConnection(URI server, @Nullable InetAddress from, LongSupplier nanoTime) {
    this.host = new HttpHost("http", server.getHost(), server.getPort());
    this.from = from;
    this.nanoTime = nanoTime;
  }

  /** What comes back; a broken connection is an answer too, and the next call makes another. */
  public Answer send(Call call) {
    try {
      return exchange(call);
    } catch (IOException | HttpException e) {
      close();
      return new Answer(Answer.NONE, new byte[0]);
    }
  }

  private Answer exchange(Call call) throws IOException, HttpException {
    var request = new BasicClassicHttpRequest(call.method(), host, call.path());
    call.headers().forEach(request::setHeader);
    if (call.body().length > 0) {
      request.setEntity(new ByteArrayEntity(call.body(), ContentType.APPLICATION_JSON));
    }
    var context = HttpCoreContext.create();
    var connection = connection();
    executor.preProcess(request, processor, context);
    try (ClassicHttpResponse response = executor.execute(request, connection, context)) {
      executor.postProcess(response, processor, context);
      var entity = response.getEntity();
      byte[] body = entity == null ? new byte[0] : EntityUtils.toByteArray(entity);
      if (!DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context)) {
        close();
      }
      return new Answer(response.getCode(), body);
    }
  }

  private HttpClientConnection connection() throws IOException {
    long now = nanoTime.getAsLong();
    if (now - usedAt > LONGEST_IDLE) {
      close();
    }
    usedAt = now;
    var kept = open;
    if (kept == null || !kept.isOpen()) {
      var socket = new Socket(host.getHostName(), host.getPort(), from, 0);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      kept = connections.createConnection(socket);
      open = kept;
    }
    return kept;
  }

  @Override
  public void close() {
    var kept = open;
    if (kept != null) {
      kept.close(CloseMode.IMMEDIATE);
      open = null;
    }
  }
}
