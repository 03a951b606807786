package io.slotkeeper.command.notification.whatsapp;

import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLHandshakeException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** One request to Meta, never repeated. */
final class MetaApi implements AutoCloseable {
  private final HttpClient http;
  private final RestClient rest;
  private final URI messages;
  private final String token;

  /** For settings that have a number and a token. */
  MetaApi(WhatsAppSettings settings, ObservationRegistry observations) {
    http =
        HttpClient.newBuilder()
            // A broken connection makes one outcome unknown, and not those of all that share it.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout())
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    var requests = new JdkClientHttpRequestFactory(http);
    requests.setReadTimeout(settings.readTimeout());
    rest =
        RestClient.builder()
            .requestFactory(requests)
            .observationRegistry(observations)
            .observationConvention(new MetaCalls())
            .build();
    messages =
        URI.create(
            "%s/%s/%s/messages"
                .formatted(
                    settings.baseUrl().toString().replaceFirst("/+$", ""),
                    settings.apiVersion(),
                    settings.phoneNumberId()));
    token = String.valueOf(settings.accessToken());
  }

  /**
   * Sends a message.
   *
   * @return Meta's name for it
   */
  String post(OutgoingMessage message) {
    MetaAnswer answer;
    try {
      answer =
          rest.post()
              .uri(messages)
              .headers(headers -> headers.setBearerAuth(token))
              .contentType(MediaType.APPLICATION_JSON)
              .body(MessageJson.of(message))
              .exchangeForRequiredValue((request, response) -> read(response));
    } catch (ResourceAccessException e) {
      if (isBeforeTheRequest(e)) {
        throw new NotSent(FailureClass.TRANSIENT, "no-connection");
      }
      throw new OutcomeUnknown("no-answer");
    }
    return answer.messageId();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private static MetaAnswer read(ClientHttpResponse response) throws IOException {
    return new MetaAnswer(
        response.getStatusCode().value(),
        response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER),
        new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  private static boolean isBeforeTheRequest(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof HttpConnectTimeoutException
          || cause instanceof UnknownHostException
          || cause instanceof SSLHandshakeException) {
        return true;
      }
    }
    return false;
  }
}
