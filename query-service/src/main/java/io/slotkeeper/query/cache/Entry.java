package io.slotkeeper.query.cache;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is kept.
 *
 * @param epoch that PostgreSQL had before the answer was read there
 * @param version of the business that it was made from
 * @param position the highest global index up to which it contains every event
 * @param from the first millisecond of the epoch at which it is right
 * @param until the first at which it may not be, by the clock alone
 * @param body in the format of its kind
 */
public record Entry(
    long epoch, long version, long position, long from, long until, ByteBuffer body) {
  private static final int MAGIC = 0x534c4b31;
  private static final int CHECKED_FROM = Integer.BYTES * 2;
  private static final int HEADER = CHECKED_FROM + Long.BYTES * 5;

  boolean isRightAt(long millis) {
    return from <= millis && millis < until;
  }

  byte[] write(CacheKey key) {
    var buffer = ByteBuffer.allocate(HEADER + body.remaining());
    buffer.putInt(MAGIC).putInt(0);
    buffer.putLong(epoch).putLong(version).putLong(position).putLong(from).putLong(until);
    buffer.put(body.duplicate());
    var bytes = buffer.array();
    buffer.putInt(Integer.BYTES, checksum(key, bytes));
    return bytes;
  }

  /** The entry under a key; nothing where there is none, or something else. */
  static Optional<Entry> read(CacheKey key, byte @Nullable [] bytes) {
    if (bytes == null || bytes.length < HEADER) {
      return Optional.empty();
    }
    var buffer = ByteBuffer.wrap(bytes);
    if (buffer.getInt() != MAGIC || buffer.getInt() != checksum(key, bytes)) {
      return Optional.empty();
    }
    return Optional.of(
        new Entry(
            buffer.getLong(),
            buffer.getLong(),
            buffer.getLong(),
            buffer.getLong(),
            buffer.getLong(),
            buffer.slice()));
  }

  /** With the key, so that an entry under another's key is none. */
  private static int checksum(CacheKey key, byte[] bytes) {
    var crc = new CRC32();
    crc.update(key.value());
    crc.update(bytes, CHECKED_FROM, bytes.length - CHECKED_FROM);
    return (int) crc.getValue();
  }
}
