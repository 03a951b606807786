package io.slotkeeper.command.notification.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.slotkeeper.api.PhoneNumber;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutgoingMessageTest {
  private static final Button YES = new Button("yes", "Confirm");

  @Test
  void shortensTextsThatAreTooLong() {
    assertThat(new Body.Text("a".repeat(4097)).text()).hasSize(4096).endsWith("a…");
    assertThat(new Body.Text("a".repeat(4096)).text()).hasSize(4096).endsWith("aa");
    assertThat(new Body.Buttons("a".repeat(1025), List.of(YES)).text()).hasSize(1024).endsWith("…");
  }

  @Test
  void cutsNoCharacterInHalf() {
    assertThat(new Body.Text("a".repeat(4094) + "😀😀").text()).isEqualTo("a".repeat(4094) + "…");
  }

  @Test
  void refusesButtonsThatMetaWouldRefuse() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Button("a", "a".repeat(21)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Button("a", " "));
    assertThatIllegalArgumentException().isThrownBy(() -> new Button("a".repeat(257), "Confirm"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Button(" a", "Confirm"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Button("", "Confirm"));
    assertThat(new Button("a".repeat(256), "a".repeat(20)).title()).hasSize(20);
  }

  @Test
  void hasOneToThreeButtonsOfDifferentTitles() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Body.Buttons("Hello", List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Body.Buttons("Hello", buttons(4)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Body.Buttons("Hello", List.of(YES, new Button("no", "Confirm"))));
    assertThat(new Body.Buttons("Hello", buttons(3)).buttons()).hasSize(3);
  }

  @Test
  void refusesPayloadsThatAreTooLong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Body.Template("a", "es", List.of(), List.of("a".repeat(129))));
  }

  @Test
  void showsNothingPersonal() {
    var to = new PhoneNumber("+34600111222");
    var bodies =
        List.of(
            new Body.Text("Hello Ana"),
            new Body.Buttons("Hello Ana", List.of(new Button("A.token", "Confirm"))),
            new Body.Template("hello", "es", List.of("Ana"), List.of("A.token")));

    assertThat(bodies)
        .allSatisfy(
            body ->
                assertThat(new OutgoingMessage(to, body, "id", null).toString())
                    .doesNotContain("Ana", "token", "600", "22"));
  }

  private static List<Button> buttons(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Button("b" + i, "Button " + i)).toList();
  }
}
