package io.slotkeeper.query.slot;

import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.slot.SlotView;
import io.slotkeeper.api.slot.SlotView.Status;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The slots of a day as the cache keeps them: ready JSON, and what to choose from it by. */
final class ReadyDay {
  private static final byte SEPARATOR = ',';

  private final ByteBuffer json;
  private final List<Slice> slices;

  private ReadyDay(ByteBuffer json, List<Slice> slices) {
    this.json = json;
    this.slices = slices;
  }

  static byte[] write(List<SlotView> slots, JsonMapper mapper) {
    var resources = slots.stream().map(SlotView::resourceId).distinct().toList();
    var all = new ByteArrayOutputStream();
    var index = ByteBuffer.allocate(slots.size() * Slice.BYTES);
    for (var slot : slots) {
      if (all.size() > 0) {
        all.write(SEPARATOR);
      }
      var one = mapper.writeValueAsBytes(slot);
      all.writeBytes(one);
      index.putInt(one.length);
      index.putShort((short) resources.indexOf(slot.resourceId()));
      index.put((byte) (slot.status() == Status.AVAILABLE ? 1 : 0));
    }
    var names = resources.stream().map(id -> id.value().getBytes(StandardCharsets.UTF_8)).toList();
    int namesSize = names.stream().mapToInt(name -> Short.BYTES + name.length).sum();
    var body = ByteBuffer.allocate(Integer.BYTES * 3 + namesSize + index.position() + all.size());
    body.putInt(names.size());
    names.forEach(name -> body.putShort((short) name.length).put(name));
    body.putInt(slots.size()).put(index.flip());
    return body.putInt(all.size()).put(all.toByteArray()).array();
  }

  /** The day in an entry, if it is one. */
  static Optional<ReadyDay> read(ByteBuffer entry) {
    try {
      var body = entry.duplicate();
      var resources = new ArrayList<String>();
      for (int left = body.getInt(); left > 0; left--) {
        var name = new byte[body.getShort()];
        body.get(name);
        resources.add(new String(name, StandardCharsets.UTF_8));
      }
      var slices = new ArrayList<Slice>();
      int offset = 0;
      for (int left = body.getInt(); left > 0; left--) {
        int length = body.getInt();
        slices.add(new Slice(offset, length, resources.get(body.getShort()), body.get() == 1));
        offset += length + 1;
      }
      int size = body.getInt();
      var whole = size == body.remaining() && size == Math.max(0, offset - 1);
      return whole ? Optional.of(new ReadyDay(body.slice(), slices)) : Optional.empty();
    } catch (BufferUnderflowException | NegativeArraySizeException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** Adds to the elements of an array of JSON those that are wanted. */
  void appendTo(
      ByteArrayOutputStream array, @Nullable ResourceId resource, @Nullable Status status) {
    if (resource == null && status == null) {
      append(array, 0, json.remaining());
      return;
    }
    for (var slice : slices) {
      if ((resource == null || resource.value().equals(slice.resource()))
          && (status == null || slice.available() == (status == Status.AVAILABLE))) {
        append(array, slice.offset(), slice.length());
      }
    }
  }

  private void append(ByteArrayOutputStream array, int offset, int length) {
    if (length > 0) {
      if (array.size() > 0) {
        array.write(SEPARATOR);
      }
      array.write(json.array(), json.arrayOffset() + offset, length);
    }
  }

  /** Where a slot is in the JSON, and what it is to the public: available or not. */
  private record Slice(int offset, int length, String resource, boolean available) {
    static final int BYTES = Integer.BYTES + Short.BYTES + Byte.BYTES;
  }
}
