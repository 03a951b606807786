package io.slotkeeper.benchmarks.ceiling;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Keeps strings and returns them. */
@RestController
class PlainStringController {

  private static final String PREFIX = "plain:";

  private final StringRedisTemplate redis;

  PlainStringController(StringRedisTemplate redis) {
    this.redis = redis;
  }

  @GetMapping(CeilingStart.READY)
  String ready() {
    return "ready";
  }

  @PutMapping("/strings/{name}")
  void put(@PathVariable String name, @RequestBody String text) {
    redis.opsForValue().set(PREFIX + name, text);
  }

  @GetMapping("/strings/{name}")
  ResponseEntity<String> get(@PathVariable String name) {
    var text = redis.opsForValue().get(PREFIX + name);
    return text == null
        ? new ResponseEntity<>(HttpStatus.NOT_FOUND)
        : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(text);
  }
}
