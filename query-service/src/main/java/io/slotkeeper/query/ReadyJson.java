package io.slotkeeper.query;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/** A body that was written as JSON before; callers cannot tell it from one that is written now. */
public final class ReadyJson {
  private final byte[] bytes;

  /** These bytes, which are not copied. */
  public ReadyJson(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReadyJson json && Arrays.equals(bytes, json.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The mapping has to name JSON as what it produces. */
  @Component
  static final class Converter extends AbstractHttpMessageConverter<ReadyJson> {
    Converter() {
      super(MediaType.APPLICATION_JSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
      return type == ReadyJson.class;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
      return false;
    }

    @Override
    protected ReadyJson readInternal(Class<? extends ReadyJson> type, HttpInputMessage message) {
      throw new HttpMessageNotReadableException("answers only", message);
    }

    @Override
    protected void writeInternal(ReadyJson json, HttpOutputMessage message) throws IOException {
      message.getBody().write(json.bytes);
    }

    @Override
    protected Long getContentLength(ReadyJson json, @Nullable MediaType type) {
      return (long) json.bytes.length;
    }
  }
}
