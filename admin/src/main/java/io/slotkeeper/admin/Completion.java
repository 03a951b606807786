package io.slotkeeper.admin;

import io.slotkeeper.admin.terminal.Output;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code completion}. */
@Command(
    name = "completion",
    description = {
      "Prints what makes bash and zsh complete commands and options:"
          + " source <(slotkeeper-admin completion).",
    })
final class Completion implements Runnable {
  private final Output output;
  private final Supplier<CommandLine> whole;

  Completion(Output output, Supplier<CommandLine> whole) {
    this.output = output;
    this.whole = whole;
  }

  @Override
  public void run() {
    output.terminal().out().println(AutoComplete.bash("slotkeeper-admin", whole.get()));
    output.terminal().out().flush();
  }
}
