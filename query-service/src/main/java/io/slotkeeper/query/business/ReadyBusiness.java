package io.slotkeeper.query.business;

import io.slotkeeper.query.ReadyJson;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What anyone may see of a business, as it is kept in the cache.
 *
 * @param json the whole answer
 */
public record ReadyBusiness(ZoneId zone, ReadyJson json) {
  static byte[] write(ZoneId zone, byte[] json) {
    var name = zone.getId().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Short.BYTES + name.length + json.length)
        .putShort((short) name.length)
        .put(name)
        .put(json)
        .array();
  }

  /** The business in an entry, if it is one. */
  public static Optional<ReadyBusiness> read(ByteBuffer entry) {
    try {
      var body = entry.duplicate();
      var name = new byte[body.getShort()];
      body.get(name);
      var json = new byte[body.remaining()];
      body.get(json);
      var zone = ZoneId.of(new String(name, StandardCharsets.UTF_8));
      return Optional.of(new ReadyBusiness(zone, new ReadyJson(json)));
    } catch (BufferUnderflowException | NegativeArraySizeException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
