package io.slotkeeper.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.slotkeeper.quickstart.embedded.CannotStart;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManagementPortTest {

  private static final String SETTING = "SLOTKEEPER_COMMAND_MANAGEMENT_PORT";
  private static final int NONE = -1;

  @Test
  void isDoneWithoutWhereTheUsualOneIsTaken() throws IOException {
    try (var taken = new ServerSocket(0)) {
      var usual = new ManagementPort(SETTING, taken.getLocalPort(), false);

      assertThatCode(usual::requireFree).doesNotThrowAnyException();
      assertThat(usual.orNone(List.of())).isEqualTo(NONE);
    }
  }

  @Test
  void isDoneWithoutWhereQuickstartWantsItForSomethingElse() {
    int port = FreePorts.find().command();
    var usual = new ManagementPort(SETTING, port, false);

    assertThat(usual.orNone(List.of(8080, port))).isEqualTo(NONE);
    assertThat(usual.orNone(List.of(8080))).isEqualTo(port);
  }

  @Test
  void mattersWhereTheUserChoseIt() throws IOException {
    try (var taken = new ServerSocket(0)) {
      var chosen = new ManagementPort(SETTING, taken.getLocalPort(), true);

      assertThatExceptionOfType(CannotStart.class)
          .isThrownBy(chosen::requireFree)
          .withMessageContaining("set " + SETTING + " to another");
    }
  }
}
