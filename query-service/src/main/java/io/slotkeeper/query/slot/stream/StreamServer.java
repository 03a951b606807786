package io.slotkeeper.query.slot.stream;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Lets an open connection need less memory than Tomcat's 8 KiB for each buffer: questions are
 * short. Answers are written in pieces of this size, so that buffer stays larger.
 */
@Component
class StreamServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private static final String READ = "1024";
  private static final String WRITE = "4096";

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    server.addConnectorCustomizers(
        connector -> {
          connector.setProperty("socket.appReadBufSize", READ);
          connector.setProperty("socket.appWriteBufSize", WRITE);
        });
  }
}
