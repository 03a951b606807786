package io.slotkeeper.query.slot.stream;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.business.BusinessQuery.FindBusiness;
import io.slotkeeper.api.business.BusinessView;
import io.slotkeeper.platform.security.Caller;
import io.slotkeeper.platform.security.Credentials;
import io.slotkeeper.query.PathIds;
import io.slotkeeper.query.Questions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Streams the changes of a business's slots. */
@RestController
class SlotStreamController {
  private final Questions questions;
  private final Credentials credentials;
  private final Listeners listeners;
  private final Dispatcher dispatcher;
  private final SlotStream.Feed feed;

  SlotStreamController(
      Questions questions,
      Credentials credentials,
      Listeners listeners,
      Dispatcher dispatcher,
      SlotStream.Feed feed) {
    this.questions = questions;
    this.credentials = credentials;
    this.listeners = listeners;
    this.dispatcher = dispatcher;
    this.feed = feed;
  }

  @GetMapping(
      path = "/api/businesses/{businessId}/slots/stream",
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void stream(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String businessId,
      @RequestHeader(name = Beginning.HEADER, required = false) @Nullable String lastEventId,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var id = PathIds.business(businessId);
    var span = feed.doorway().pass(() -> spanFor(id));
    var beginning = Beginning.of(lastEventId, span);
    if (request.getMethod().equals(HttpMethod.HEAD.name())) {
      begin(response);
      return;
    }
    var listener = new Listener(id.value(), caller.owns(id));
    var welcome = welcome(listener, id, request.getHeader(HttpHeaders.AUTHORIZATION));
    long handedOut = listeners.add(listener, span.newest());
    try {
      dispatcher.wakeUp();
      begin(response);
      OpenResponse.keep(
          request,
          open -> new SlotStream(feed, listener, welcome, open).run(beginning, handedOut),
          () -> listeners.remove(listener));
    } catch (IOException | RuntimeException e) {
      listeners.remove(listener);
      throw e;
    }
  }

  private Span spanFor(BusinessId id) {
    questions.find(new FindBusiness(id), BusinessView.class);
    return feed.table().span();
  }

  private static void begin(HttpServletResponse response) throws IOException {
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    // Who is dropped is to come back, and not to wait for another answer.
    response.setHeader(HttpHeaders.CONNECTION, "close");
    // nginx would hold events back otherwise.
    response.setHeader("X-Accel-Buffering", "no");
    response.flushBuffer();
  }

  /** An owner's key may be replaced while the stream is open; what is public stays so. */
  private BooleanSupplier welcome(Listener listener, BusinessId id, @Nullable String presented) {
    return () ->
        !listener.isOwner()
            || (presented != null
                && credentials.callerOf(presented).filter(caller -> caller.owns(id)).isPresent());
  }
}
