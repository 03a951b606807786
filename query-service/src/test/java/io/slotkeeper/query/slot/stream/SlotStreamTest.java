package io.slotkeeper.query.slot.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.slot.SlotStatus;
import io.slotkeeper.platform.security.OwnerKeys;
import io.slotkeeper.query.History;
import io.slotkeeper.query.Http;
import io.slotkeeper.query.QueryService;
import io.slotkeeper.query.projection.Change;
import io.slotkeeper.query.slot.TouchedSlot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotStreamTest {
  private final QueryService service = QueryService.shared();
  private final History history = service.history();
  private final ResourceId chair = history.newResource();
  private final BusinessId salon = history.salon(chair);
  private final Changes changes = new Changes(service, history);
  private final String key = newKey();

  @BeforeEach
  void setUp() {
    service.clock().set(QueryService.NOW);
    changes.project();
  }

  @Test
  void tellsChangesInTheirOrderAsQuestionsAreAnswered() {
    try (var stream = EventSource.ready(service, salon, null)) {
      var ready = stream.events.getFirst();
      assertThat(ready.name()).isEqualTo("ready");
      assertThat(ready.text("businessId")).isEqualTo(salon.value());
      assertThat(stream.others).containsExactly("retry: 2000");
      var headers = stream.response.headers();
      assertThat(headers.firstValue("Content-Type")).hasValue("text/event-stream");
      assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
      assertThat(headers.firstValue("X-Accel-Buffering")).hasValue("no");

      changes.block(slot(0)).project();
      stream.awaitEvents(2);
      assertThat(stream.events.get(1).data())
          .isEqualTo(new Http(service, null).get("/api/slots/" + slot(0)).body());
      assertThat(stream.events.get(1).text("status")).isEqualTo("UNAVAILABLE");

      changes.unblock(slot(0)).project();
      changes.block(slot(1)).block(slot(2)).project();
      stream.awaitEvents(5);
      assertThat(stream.named("slot"))
          .extracting(event -> event.text("slotId"))
          .containsExactly(
              slot(0).toString(), slot(0).toString(), slot(1).toString(), slot(2).toString());
      assertThat(stream.events.get(2).text("status")).isEqualTo("AVAILABLE");
      assertThat(stream.ids()).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void tellsSeveralChangesOfASlotInOneTransactionOnce() {
    try (var stream = EventSource.ready(service, salon, null)) {
      changes.block(slot(0)).unblock(slot(0)).block(slot(0)).project();
      changes.block(slot(1)).project();

      stream.awaitEvents(3);
      assertThat(stream.named("slot"))
          .extracting(event -> event.text("slotId"))
          .containsExactly(slot(0).toString(), slot(1).toString());
    }
  }

  @Test
  void tellsTheOwnerWhatIsBehindAnUnavailableSlot() {
    try (var anyone = EventSource.ready(service, salon, null);
        var owner = EventSource.ready(service, salon, key)) {
      var booking = history.book(slot(0), Duration.ofMinutes(30));
      changes.project();
      changes.block(slot(1)).project();

      anyone.awaitEvents(3);
      owner.awaitEvents(3);
      assertThat(anyone.named("slot"))
          .extracting(event -> event.text("status"))
          .containsExactly("UNAVAILABLE", "UNAVAILABLE");
      assertThat(anyone.events.get(1).data().has("bookingId")).isFalse();
      assertThat(owner.named("slot"))
          .extracting(event -> event.text("status"))
          .containsExactly("BOOKED", "BLOCKED");
      assertThat(owner.events.get(1).text("bookingId")).isEqualTo(booking.value());
    }
  }

  @Test
  void tellsThatTheBusinessHasChangedAndNothingOfOthers() {
    var other = history.salon(chair);
    changes.project();
    try (var stream = EventSource.ready(service, salon, null)) {
      changes.block(new SlotId(other, chair, slot(0).start())).project();
      history.add(new BusinessEvent.BusinessSuspended(salon.value()));
      changes.project();

      stream.awaitEvents(2);
      assertThat(stream.events.get(1).name()).isEqualTo("business");
      assertThat(stream.events.get(1).data().toString())
          .isEqualTo("{\"businessId\":\"%s\",\"version\":2}".formatted(salon));
    }
  }

  @Test
  void endsAnOwnersStreamWhenItsKeyIsReplaced() {
    try (var anyone = EventSource.ready(service, salon, null);
        var owner = EventSource.ready(service, salon, key)) {
      newKey();
      changes.project();
      owner.awaitEnd();
      changes.block(slot(0)).project();

      anyone.awaitEvents(3);
      assertThat(owner.events).hasSize(1);
    }
  }

  @Test
  void resumesAfterACutBeforeTheFirstChange() {
    long id;
    try (var stream = EventSource.ready(service, salon, null)) {
      id = stream.events.getFirst().id();
    }
    changes.block(slot(0)).project();

    try (var stream = EventSource.open(service, salon, null, id)) {
      stream.awaitEvents(1);
      assertThat(stream.events.getFirst().text("slotId")).isEqualTo(slot(0).toString());
    }
  }

  @Test
  void resumesWithoutGapOrDoubleWhileTwoGoOnChanging() throws Exception {
    long start;
    try (var stream = EventSource.ready(service, salon, null)) {
      start = stream.events.getFirst().id();
    }
    int each = 150;
    var heard = new ArrayList<Long>();
    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = writers.submit(() -> change(0, each));
      var second = writers.submit(() -> change(1, each));
      long last = start;
      while (heard.size() < 2 * each) {
        try (var stream = EventSource.open(service, salon, null, last)) {
          stream.awaitEvents(Math.min(23, 2 * each - heard.size()));
          var ids = stream.ids();
          heard.addAll(ids);
          last = ids.getLast();
        }
      }
      first.get(1, TimeUnit.MINUTES);
      second.get(1, TimeUnit.MINUTES);
    }

    assertThat(heard).isEqualTo(feedAfter(start)).hasSize(2 * each);
  }

  @Test
  void missesNoChangeThatCommitsAfterALaterOne() throws Exception {
    var announced = new CountDownLatch(1);
    var commit = new CountDownLatch(1);
    try (var stream = EventSource.ready(service, salon, null);
        var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      var slow =
          writers.submit(
              () ->
                  changes.inTransaction(
                      () -> {
                        announce(slot(0));
                        announced.countDown();
                        awaitQuietly(commit);
                      }));
      announced.await();
      var fast = writers.submit(() -> changes.inTransaction(() -> announce(slot(1))));
      await().until(() -> fast.isDone() || waitsForItsTurn());
      commit.countDown();
      slow.get(1, TimeUnit.MINUTES);
      fast.get(1, TimeUnit.MINUTES);

      stream.awaitEvents(3);
      assertThat(stream.named("slot"))
          .extracting(event -> event.text("slotId"))
          .containsExactly(slot(0).toString(), slot(1).toString());
    }
  }

  @Test
  void tellsNothingOfWhatIsRolledBack() {
    try (var stream = EventSource.ready(service, salon, null)) {
      var undone = new Changes(service, service.history()).block(slot(0));
      assertThat(
              catchThrowable(
                  () ->
                      undone.project(
                          () -> {
                            throw new IllegalStateException("undone");
                          })))
          .hasMessage("undone");
      changes.block(slot(1)).project();

      stream.awaitEvents(2);
      assertThat(stream.events.get(1).text("slotId")).isEqualTo(slot(1).toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "+1", "1.5", "1 2", "abc", "999999999", "99999999999999999999"})
  void refusesToResumeFromNowhere(String lastEventId) {
    try (var refused = EventSource.open(service, salon, null, lastEventId)) {
      assertThat(refused.response.statusCode()).isEqualTo(400);
      assertThat(refused.response.headers().firstValue("Content-Type"))
          .hasValue("application/problem+json");
      var problem = refused.body();
      assertThat(problem.path("code").asString()).isEqualTo("validation-failed");
      assertThat(problem.path("errors").get(0).path("parameter").asString())
          .isEqualTo("Last-Event-ID");
    }
  }

  @Test
  void resumesFromTheBeginningOfTheFeed() {
    changes.block(slot(0)).project();
    long first = service.context().getBean(SlotChangeTable.class).span().oldest();
    try (var stream = EventSource.open(service, salon, null, first)) {
      stream.awaitEvents(2);
      assertThat(stream.ids()).isEqualTo(feedAfter(first));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "biz_00000000000000000000000000"})
  void findsNoStreamOfNobody(String business) {
    try (var refused = EventSource.open(service, business, null, null)) {
      assertThat(refused.response.statusCode()).isEqualTo(404);
      assertThat(refused.body().path("code").asString()).isEqualTo("not-found");
    }
  }

  @Test
  void refusesCredentialsThatAreNotGood() {
    try (var refused = EventSource.open(service, salon, key + "x", null)) {
      assertThat(refused.response.statusCode()).isEqualTo(401);
    }
  }

  @Test
  void answersAQuestionForTheHeadersAlone() {
    assertThat(new Http(service, null).head("/api/businesses/" + salon + "/slots/stream"))
        .isEqualTo(200);
  }

  /** Without the other watchers, who may make the second wait even before it announces. */
  private void announce(SlotId slot) {
    var end = slot.start().plus(Duration.ofMinutes(30));
    var blocked = new TouchedSlot(slot, end, SlotStatus.BLOCKED, null, null, 0);
    service.context().getBean(Announcements.class).ofSlots(List.of(new Change<>(null, blocked)));
  }

  private void change(int chairNumber, int times) {
    var own = new Changes(service, service.history());
    var slot = slot(chairNumber);
    for (int i = 0; i < times; i++) {
      if (i % 2 == 0) {
        own.block(slot);
      } else {
        own.unblock(slot);
      }
      own.project();
    }
  }

  private List<Long> feedAfter(long seq) {
    return service
        .jdbc()
        .sql("SELECT seq FROM query.slot_change WHERE business_id = ? AND seq > ? ORDER BY seq")
        .params(salon.value(), seq)
        .query(Long.class)
        .list();
  }

  private boolean waitsForItsTurn() {
    return service
            .jdbc()
            .sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
            .query(Long.class)
            .single()
        > 0;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private SlotId slot(int number) {
    return new SlotId(
        salon,
        chair,
        QueryService.NOW.plus(Duration.ofHours(1)).plus(Duration.ofMinutes(30L * number)));
  }

  private String newKey() {
    var made = service.context().getBean(OwnerKeys.class).newKey(salon);
    history.add(new BusinessEvent.ApiKeyRotated(salon.value(), made.hash()));
    return made.text();
  }
}
