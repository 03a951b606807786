package io.slotkeeper.command.business;

import static io.slotkeeper.command.node.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.business.BusinessEvent.BusinessSuspended;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.api.business.BusinessStatus;
import io.slotkeeper.command.node.Node;
import io.slotkeeper.command.node.Shop;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestPostgres;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

class BusinessesTest {

  @Test
  void remembersNothingThatIsRolledBack() {
    try (var node = Node.start(TestPostgres.freshDatabase(), new SettableClock(NOW))) {
      var businessId = Shop.open(node, Approval.MANUAL).businessId();
      var businesses = node.bean(Businesses.class);
      var unitOfWork = DefaultUnitOfWork.startAndGet(GenericMessage.asMessage("suspend"));
      unitOfWork.attachTransaction(node.bean(TransactionManager.class));
      node.bean(EventStore.class)
          .publish(
              new GenericDomainEventMessage<>(
                  "Business", businessId.value(), 1, new BusinessSuspended(businessId.value())));

      assertThat(businesses.current(businessId))
          .map(BusinessState::status)
          .contains(BusinessStatus.ACTIVE);
      unitOfWork.rollback();

      assertThat(businesses.current(businessId))
          .map(BusinessState::status)
          .contains(BusinessStatus.ACTIVE);
    }
  }
}
