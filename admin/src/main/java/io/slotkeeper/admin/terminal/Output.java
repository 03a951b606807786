package io.slotkeeper.admin.terminal;

import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Shows answers: in words, or as JSON where a machine reads them. */
public final class Output {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Terminal terminal;
  private final BooleanSupplier json;

  /** Whether JSON is wanted is known when the command line has been read. */
  public Output(Terminal terminal, BooleanSupplier json) {
    this.terminal = terminal;
    this.json = json;
  }

  /** Shows one answer, whose words are made only where they are read. */
  public void show(JsonNode answer, Words words) {
    if (json.getAsBoolean()) {
      terminal.out().println(JSON.writeValueAsString(answer));
    } else {
      terminal.out().println(words.text().stripTrailing());
    }
    terminal.out().flush();
  }

  /** Says something that is no part of the answer. */
  public void remark(String text) {
    terminal.err().println(text);
    terminal.err().flush();
  }

  /** Whether a machine reads what is shown. */
  public boolean isForMachines() {
    return json.getAsBoolean();
  }

  /** Where it is shown. */
  public Terminal terminal() {
    return terminal;
  }

  /** An answer in words. */
  public interface Words {
    /** One line or many. */
    String text();
  }
}
