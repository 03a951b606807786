package io.slotkeeper.query.freshness;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Lets callers keep an answer and ask whether it is still the same; by default security forbids to
 * keep any. What somebody is shown by their credentials, nobody else may be given.
 */
@RestControllerAdvice(basePackages = "io.slotkeeper.query")
class KeptAnswers implements ResponseBodyAdvice<Object> {

  @Override
  public boolean supports(
      MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter answer,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    var headers = response.getHeaders();
    if (headers.getCacheControl() == null && Reading.is(request.getMethod())) {
      var control = CacheControl.noCache();
      boolean personal = request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
      headers.setCacheControl(personal ? control.cachePrivate() : control);
      headers.add(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
    }
    return body;
  }
}
