package io.slotkeeper.query.slot.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.slot.SlotQuery.FindSlot;
import io.slotkeeper.api.slot.SlotView;
import io.slotkeeper.query.Questions;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes events of changes: each shows what there is now, as a question would be answered. */
@Component
class StreamEvents {
  private final Questions questions;
  private final JsonMapper json;

  StreamEvents(Questions questions, JsonMapper json) {
    this.questions = questions;
    this.json = json;
  }

  /** A slot that is neither on the timetable nor taken any more. Only its owner hears of it. */
  private record LostSlot(String slotId, SlotView.Status status) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Business(String businessId, @Nullable Long version) {}

  /**
   * These changes for one audience, each slot looked up once. Who is no owner is not told what
   * questions would not show either.
   */
  List<StreamEvent> of(List<SlotChange> changes, boolean owner) {
    var seen = new HashMap<String, Optional<String>>();
    return changes.stream()
        .filter(change -> owner || change.forEverybody())
        .flatMap(
            change ->
                change.slotId() == null
                    ? Stream.of(StreamEvent.of("business", change.seq(), business(change)))
                    : seen.computeIfAbsent(change.slotId(), id -> slot(id, owner)).stream()
                        .map(slot -> StreamEvent.of("slot", change.seq(), slot)))
        .toList();
  }

  /** Where a stream begins: nothing later will be missing. */
  StreamEvent ready(String businessId, long seq) {
    return StreamEvent.of("ready", seq, json.writeValueAsString(new Business(businessId, null)));
  }

  /** What came before is no longer known: the listener must load everything anew. */
  StreamEvent reset(String businessId, long seq) {
    return StreamEvent.of("reset", seq, json.writeValueAsString(new Business(businessId, null)));
  }

  private String business(SlotChange change) {
    return json.writeValueAsString(new Business(change.businessId(), change.version()));
  }

  private Optional<String> slot(String slotId, boolean owner) {
    var question = new FindSlot(SlotId.parse(slotId), owner);
    Optional<String> found = questions.seek(question, SlotView.class).map(json::writeValueAsString);
    return owner ? found.or(() -> Optional.of(lost(slotId))) : found;
  }

  private String lost(String slotId) {
    return json.writeValueAsString(new LostSlot(slotId, SlotView.Status.UNAVAILABLE));
  }
}
