package io.slotkeeper.command.business;

import static io.slotkeeper.command.business.BusinessHistories.REGISTERED;
import static io.slotkeeper.command.business.BusinessHistories.fixture;
import static io.slotkeeper.command.node.Refusals.refusedAs;
import static io.slotkeeper.command.node.Samples.BUSINESS;
import static io.slotkeeper.command.node.Samples.resource;

import io.slotkeeper.api.business.BusinessCommand.AddResource;
import io.slotkeeper.api.business.BusinessCommand.RenameResource;
import io.slotkeeper.api.business.BusinessCommand.RetireResource;
import io.slotkeeper.api.business.BusinessEvent.ResourceAdded;
import io.slotkeeper.api.business.BusinessEvent.ResourceRenamed;
import io.slotkeeper.api.business.BusinessEvent.ResourceRetired;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusinessResourcesTest {

  private static final ResourceRetired RETIRED =
      new ResourceRetired(BUSINESS.value(), resource(1).value());

  @Test
  void offersOneMore() {
    fixture()
        .given(REGISTERED)
        .when(new AddResource(BUSINESS, resource(3), "Chair 3"))
        .expectEvents(new ResourceAdded(BUSINESS.value(), resource(3).value(), "Chair 3"))
        .expectResultMessagePayload(1L);
  }

  @Test
  void refusesToAddOneThatIsThere() {
    fixture()
        .given(REGISTERED)
        .when(new AddResource(BUSINESS, resource(1), "Chair 1"))
        .expectException(refusedAs("illegal-transition ResourceMustBeNew from ACTIVE"))
        .expectNoEvents();
  }

  @Test
  void offersTwoHundredAndNoMoreButRetiredOnesDoNotCount() {
    var history = new ArrayList<Object>(List.of(REGISTERED));
    for (int i = 3; i <= Business.MOST_RESOURCES; i++) {
      history.add(new ResourceAdded(BUSINESS.value(), resource(i).value(), "Chair " + i));
    }
    fixture()
        .given(history)
        .when(new AddResource(BUSINESS, resource(201), "Chair 201"))
        .expectException(refusedAs("illegal-transition AtMost200Resources from ACTIVE"))
        .expectNoEvents();
    history.add(RETIRED);
    fixture()
        .given(history)
        .when(new AddResource(BUSINESS, resource(201), "Chair 201"))
        .expectEvents(new ResourceAdded(BUSINESS.value(), resource(201).value(), "Chair 201"));
  }

  @Test
  void renamesOne() {
    fixture()
        .given(REGISTERED)
        .when(new RenameResource(BUSINESS, resource(1), "Window"))
        .expectEvents(new ResourceRenamed(BUSINESS.value(), resource(1).value(), "Window"));
  }

  @Test
  void renamesARetiredOne() {
    fixture()
        .given(REGISTERED, RETIRED)
        .when(new RenameResource(BUSINESS, resource(1), "Window"))
        .expectEvents(new ResourceRenamed(BUSINESS.value(), resource(1).value(), "Window"));
  }

  @Test
  void saysNothingWhereTheNameIsTheSame() {
    fixture()
        .given(REGISTERED)
        .when(new RenameResource(BUSINESS, resource(1), "Chair 1"))
        .expectNoEvents();
  }

  @Test
  void retiresOne() {
    fixture()
        .given(REGISTERED)
        .when(new RetireResource(BUSINESS, resource(1)))
        .expectEvents(RETIRED);
  }

  @Test
  void saysNothingWhereItIsRetired() {
    fixture()
        .given(REGISTERED, RETIRED)
        .when(new RetireResource(BUSINESS, resource(1)))
        .expectNoEvents();
  }

  @Test
  void knowsNoForeignOne() {
    fixture()
        .given(REGISTERED)
        .when(new RenameResource(BUSINESS, resource(9), "Window"))
        .expectException(refusedAs("not-found"))
        .expectNoEvents();
    fixture()
        .given(REGISTERED)
        .when(new RetireResource(BUSINESS, resource(9)))
        .expectException(refusedAs("not-found"))
        .expectNoEvents();
  }
}
