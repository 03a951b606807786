package io.slotkeeper.platform.web;

import io.slotkeeper.platform.problem.InputError;
import io.slotkeeper.platform.problem.JsonPointers;
import io.slotkeeper.platform.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a body whole before any of it is bound, so that one which is no JSON is told apart from one
 * of the wrong shape. A null is never a value here: what is not meant is left out, and a null would
 * otherwise look the same.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReadableBodies extends RequestBodyAdviceAdapter {
  private final JsonMapper json;

  ReadableBodies(JsonMapper json) {
    this.json = json;
  }

  @Override
  public boolean supports(
      MethodParameter parameter,
      Type target,
      Class<? extends HttpMessageConverter<?>> converterType) {
    return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converterType);
  }

  @Override
  public HttpInputMessage beforeBodyRead(
      HttpInputMessage message,
      MethodParameter parameter,
      Type target,
      Class<? extends HttpMessageConverter<?>> converterType)
      throws IOException {
    var bytes = message.getBody().readAllBytes();
    var nulls = new ArrayList<InputError>();
    // Jackson would guess other encodings than the one there is.
    var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    collectNulls(json.readTree(text), "", nulls);
    if (!nulls.isEmpty()) {
      throw ProblemException.invalid(nulls);
    }
    return new ReadBody(message.getHeaders(), bytes);
  }

  private static void collectNulls(JsonNode node, String pointer, List<InputError> nulls) {
    if (node.isNull()) {
      nulls.add(InputError.at(pointer, "null", "must not be null; leave it out instead"));
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collectNulls(node.get(i), JsonPointers.child(pointer, i), nulls);
      }
    }
    for (var member : node.properties()) {
      collectNulls(member.getValue(), JsonPointers.child(pointer, member.getKey()), nulls);
    }
  }

  private static final class ReadBody implements HttpInputMessage {
    private final HttpHeaders headers;
    private final byte[] bytes;

    ReadBody(HttpHeaders headers, byte[] bytes) {
      this.headers = headers;
      this.bytes = bytes;
    }

    @Override
    public InputStream getBody() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public HttpHeaders getHeaders() {
      return headers;
    }
  }
}
