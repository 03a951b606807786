package io.slotkeeper.query.rebuild;

import io.slotkeeper.platform.idempotency.IdempotentCall;
import io.slotkeeper.platform.problem.ProblemCode;
import io.slotkeeper.platform.problem.ProblemException;
import io.slotkeeper.query.Parameters;
import io.slotkeeper.query.projection.Projection;
import io.slotkeeper.query.projection.Projections;
import java.net.URI;
import java.util.EnumSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Projections for whoever runs the installation. */
@RestController
@RequestMapping("/api/admin/projections")
class ProjectionController {
  private final Projections projections;
  private final ProjectionViews views;
  private final Rebuilds rebuilds;
  private final ProgressStreams streams;

  ProjectionController(
      Projections projections, ProjectionViews views, Rebuilds rebuilds, ProgressStreams streams) {
    this.projections = projections;
    this.views = views;
    this.rebuilds = rebuilds;
    this.streams = streams;
  }

  @GetMapping
  ProjectionView.Page list() {
    return new ProjectionView.Page(views.all());
  }

  @GetMapping("/{name}")
  ProjectionView one(@PathVariable String name) {
    return views.named(name).orElseThrow(ProblemException::notFound);
  }

  @GetMapping(path = "/{name}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter stream(@PathVariable String name) {
    return streams.of(known(name).name());
  }

  @PostMapping("/{name}/rebuild")
  ResponseEntity<ProjectionView> rebuild(
      @PathVariable String name, @RequestParam(required = false) @Nullable String onDifference) {
    var projection = known(name);
    var parameters = new Parameters();
    var wanted = parameters.oneOf("onDifference", onDifference, EnumSet.allOf(OnDifference.class));
    parameters.require();
    var decision = Objects.requireNonNullElse(wanted, OnDifference.KEEP);
    return IdempotentCall.once(() -> requested(projection, decision));
  }

  private ResponseEntity<ProjectionView> requested(
      Projection<?, ?> projection, OnDifference decision) {
    var name = projection.name();
    if (one(name).servedVersion() > projection.version()) {
      throw ProblemException.of(
          ProblemCode.CONFLICT, "A newer version of this service keeps this projection.");
    }
    if (rebuilds.request(projection, "asked for", decision).isEmpty()) {
      throw ProblemException.of(ProblemCode.REBUILD_RUNNING, "Wait for it to end, or call it off.");
    }
    return ResponseEntity.accepted()
        .location(URI.create("/api/admin/projections/" + name))
        .body(one(name));
  }

  @DeleteMapping("/{name}/rebuild")
  ProjectionView callOff(@PathVariable String name) {
    var projection = known(name);
    var running =
        rebuilds
            .latest(projection.name())
            .filter(
                latest -> rebuilds.end(latest.rebuildId(), RebuildState.CANCELLED, "called off"));
    if (running.isEmpty()) {
      throw ProblemException.notFound();
    }
    return one(name);
  }

  private Projection<?, ?> known(String name) {
    return projections.named(name).orElseThrow(ProblemException::notFound);
  }
}
