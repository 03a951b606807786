package io.slotkeeper.quickstart.stories;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Breaks a body that was good. */
record FuzzedBody(Random random, Function<String, List<String>> known) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  byte[] bytes(JsonNode good) {
    var body = good;
    if (body instanceof ObjectNode fields) {
      fillIn(fields);
      for (int i = random.nextInt(3); i > 0; i--) {
        change(fields);
      }
    }
    var text = JSON.writeValueAsString(body);
    return switch (random.nextInt(30)) {
      case 0 -> text.substring(0, random.nextInt(text.length())).getBytes(StandardCharsets.UTF_8);
      case 1 -> text.getBytes(StandardCharsets.UTF_16);
      case 2 -> (text + text).getBytes(StandardCharsets.UTF_8);
      case 3 -> ("[".repeat(2000) + text).getBytes(StandardCharsets.UTF_8);
      case 4 ->
          "{\"name\":1,\"name\":2,\"slotId\":1,\"slotId\":2}".getBytes(StandardCharsets.UTF_8);
      case 5 -> noise();
      case 6 -> "{\"a\":\"%s\"}".formatted("y".repeat(70_000)).getBytes(StandardCharsets.UTF_8);
      case 7 -> "{\"reason\":\"\\ud800\",\"name\":\"\\udc00x\"}".getBytes(StandardCharsets.UTF_8);
      case 8 -> "{\"horizonDays\":1e999999999,\"x\":-0}".getBytes(StandardCharsets.UTF_8);
      case 9 -> new byte[0];
      default -> text.getBytes(StandardCharsets.UTF_8);
    };
  }

  private byte[] noise() {
    var bytes = new byte[1 + random.nextInt(50)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Ids that exist in place of those of the examples. */
  private void fillIn(ObjectNode fields) {
    for (var name : List.of("slotId", "resourceId")) {
      var values = known.apply(name);
      if (fields.has(name) && !values.isEmpty()) {
        fields.put(name, values.get(random.nextInt(values.size())));
      }
    }
  }

  private void change(ObjectNode fields) {
    var names = fields.propertyNames().stream().toList();
    if (names.isEmpty() || random.nextInt(8) == 0) {
      fields.set(pick(List.of("unknown", "", "__proto__", "class", "version")), value());
      return;
    }
    var name = pick(names);
    var field = fields.get(name);
    if (field instanceof ObjectNode inner && random.nextBoolean()) {
      change(inner);
    } else if (field instanceof ArrayNode list && !list.isEmpty() && random.nextBoolean()) {
      changeOne(list);
    } else if (random.nextInt(5) == 0) {
      fields.remove(name);
    } else {
      fields.set(name, value());
    }
  }

  private void changeOne(ArrayNode list) {
    int index = random.nextInt(list.size());
    if (random.nextInt(5) == 0) {
      for (int i = 0; i < 250; i++) {
        list.add(list.get(index));
      }
    } else if (list.get(index) instanceof ObjectNode inner && random.nextBoolean()) {
      change(inner);
    } else {
      list.set(index, value());
    }
  }

  private JsonNode value() {
    return switch (random.nextInt(9)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.numberNode(random.nextLong());
      case 2 -> NODES.numberNode(random.nextDouble());
      case 3 -> NODES.booleanNode(random.nextBoolean());
      case 4 -> NODES.arrayNode().add(NODES.nullNode()).add(1);
      case 5 -> NODES.objectNode().put("a", 1);
      default -> NODES.stringNode(Hostile.text(random));
    };
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
