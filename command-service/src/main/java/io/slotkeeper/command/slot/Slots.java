package io.slotkeeper.command.slot;

import io.slotkeeper.api.SlotId;
import io.slotkeeper.command.AggregateCalls;
import java.util.Collection;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The slots, each locked from its first use to the end of the unit of work. */
@Component
class Slots {

  private final Repository<Slot> repository;

  Slots(Repository<Slot> repository) {
    this.repository = repository;
  }

  /** Locks slots in the one order that keeps two commands from waiting for each other. */
  void lock(Collection<SlotId> slotIds) {
    slotIds.stream().map(SlotId::toString).distinct().sorted().forEach(this::load);
  }

  /** Passes a command on to its slot. */
  void handle(SlotId slotId, Object command) {
    AggregateCalls.handle(load(slotId.toString()), command);
  }

  /** The version of a slot; nothing where nothing ever happened to it. */
  @Nullable Long version(SlotId slotId) {
    return load(slotId.toString()).version();
  }

  private Aggregate<Slot> load(String slotId) {
    return AggregateCalls.loadOrCreate(repository, slotId, Slot::new);
  }
}
