package io.slotkeeper.quickstart.simulator;

import java.io.IOException;

/** Where outages are switched on and off. */
record FaultsApi(Outages outages) implements Endpoint {

  @Override
  public void answer(Call call) throws IOException {
    switch (call.method()) {
      case "GET" -> call.answer(200, outages.current());
      case "PUT" -> {
        outages.set(Faults.read(call.requireJson()));
        call.answer(200, outages.current());
      }
      default -> throw new Refusal(405, "GET or PUT");
    }
  }
}
