package io.slotkeeper.platform.tracing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** Spring Boot's tracing and Axon's, with each other and without. */
class TracingAutoConfigurationTest {

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final ApplicationContextRunner off =
      new ApplicationContextRunner()
          .withUserConfiguration(Everything.class)
          .withBean(SpanExporter.class, () -> spans)
          .withPropertyValues(
              "slotkeeper.event-store.enabled=false",
              "axon.axonserver.enabled=false",
              "spring.main.web-application-type=none",
              "axon.update-check.disabled=true",
              "axon.serializer.general=jackson3",
              "axon.serializer.events=jackson3",
              "axon.serializer.messages=jackson3",
              "spring.autoconfigure.exclude="
                  + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                  + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration");
  private final ApplicationContextRunner on =
      off.withPropertyValues(
          "management.tracing.export.enabled=true", "management.tracing.sampling.probability=1");

  @Test
  void isNotThereUntilSomebodyAsksForIt() {
    var before = threadsThatSend();
    off.run(
        context -> {
          assertThat(context).doesNotHaveBean(OpenTelemetry.class);
          assertThat(context).doesNotHaveBean(io.micrometer.tracing.Tracer.class);
          assertThat(context.getBean(SpanFactory.class)).isInstanceOf(NoOpSpanFactory.class);
          assertThat(before).containsAll(threadsThatSend());
        });
  }

  @Test
  void beginsNoTraceForAnEventThatHasNone() {
    on.run(
        context -> {
          var factory = context.getBean(SpanFactory.class);
          var event = GenericEventMessage.asEventMessage("booked");
          new ProcessorSpans("bookings", factory).createProcessEventSpan(true, event).run(() -> {});
          factory.createInternalSpan(() -> "timer").run(() -> {});
          assertThat(exported(context.getBean(SdkTracerProvider.class))).isEmpty();
        });
  }

  @Test
  void goesOnWithTheTraceOfAnEventButNotInAReplay() {
    on.run(
        context -> {
          var processor = new ProcessorSpans("bookings", context.getBean(SpanFactory.class));
          var event =
              GenericEventMessage.asEventMessage("booked")
                  .andMetaData(
                      Map.of(
                          "traceparent",
                          "00-1af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01"));
          processor.createProcessEventSpan(true, event).run(() -> {});
          processor.createProcessEventSpan(true, replayed(event)).run(() -> {});

          assertThat(exported(context.getBean(SdkTracerProvider.class)))
              .singleElement()
              .satisfies(
                  span -> {
                    assertThat(span.getName())
                        .isEqualTo("EventProcessor[bookings].process(String)");
                    assertThat(span.getTraceId()).isEqualTo("1af7651916cd43dd8448eb211c80319c");
                    assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
                  });
        });
  }

  @Test
  void tellsNobodyElseTheTraceAndNothingOfWhatTheySay() throws IOException {
    var heard = new CopyOnWriteArrayList<Headers>();
    var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          heard.add(exchange.getRequestHeaders());
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    other.start();
    try {
      on.run(
          context -> {
            var registry = context.getBean(ObservationRegistry.class);
            Observation.createNotStarted("spring.security.something", registry)
                .observe(
                    () ->
                        RestClient.builder()
                            .observationRegistry(registry)
                            .build()
                            .get()
                            .uri(
                                "http://localhost:%d/34600000000?key=secret"
                                    .formatted(other.getAddress().getPort()))
                            .retrieve()
                            .toBodilessEntity());
            assertThat(exported(context.getBean(SdkTracerProvider.class)))
                .singleElement()
                .satisfies(
                    span -> {
                      assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
                      assertThat(span.toString()).doesNotContain("secret", "34600000000");
                    });
            assertThat(heard)
                .singleElement()
                .satisfies(headers -> assertThat(headers).doesNotContainKey("Traceparent"));
          });
    } finally {
      other.stop(0);
    }
  }

  @Test
  void sendsSpansToACollector() throws IOException {
    var posts = new CopyOnWriteArrayList<String>();
    var collector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          posts.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    try {
      on.withPropertyValues(
              "management.opentelemetry.tracing.export.otlp.endpoint=http://localhost:%d/v1/traces"
                  .formatted(collector.getAddress().getPort()))
          .run(
              context -> {
                context.getBean(SpanFactory.class).createRootTrace(() -> "a-span").run(() -> {});
                exported(context.getBean(SdkTracerProvider.class));
                assertThat(posts).singleElement().asString().contains("a-span");
              });
    } finally {
      collector.stop(0);
    }
  }

  private static List<Thread> threadsThatSend() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("BatchSpanProcessor"))
        .toList();
  }

  private List<SpanData> exported(SdkTracerProvider provider) {
    provider.forceFlush().join(10, TimeUnit.SECONDS);
    return spans.getFinishedSpanItems();
  }

  private static EventMessage<?> replayed(EventMessage<?> event) {
    var token =
        ReplayToken.createReplayToken(
            new GlobalSequenceTrackingToken(9), new GlobalSequenceTrackingToken(1));
    return new GenericTrackedEventMessage<>(token, event);
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Everything {}
}
