package io.slotkeeper.admin.key;

import io.slotkeeper.admin.service.PathSegment;
import io.slotkeeper.admin.service.Services;
import io.slotkeeper.admin.terminal.Confirmation;
import io.slotkeeper.admin.terminal.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code keys}. */
@Command(
    name = "keys",
    description = "Replaces the key of an owner, and makes what settings need.",
    synopsisSubcommandLabel = "COMMAND")
public final class KeyCommands {
  private final Services services;
  private final Output output;

  /** Nothing is asked before a command is given. */
  public KeyCommands(Services services, Output output) {
    this.services = services;
    this.output = output;
  }

  @Command(
      name = "rotate",
      description = {
        "Gives an owner a new key, which is shown this once. The old one ends at once.",
      })
  void rotate(
      @Parameters(paramLabel = "BUSINESS", description = "Its id.") String business,
      @Option(names = "--yes", description = "Do not ask.") boolean yes) {
    Confirmation.require(
        output, yes, "The owner's key of %s ends at once. Go on?".formatted(business));
    var answer =
        services
            .commands()
            .post("/api/businesses/%s/api-key/rotate".formatted(PathSegment.of(business)), null);
    output.show(
        answer,
        () ->
            "owner key %s%nThe key is shown this once: give it to the owner"
                .formatted(answer.path("apiKey").asString()));
  }

  @Command(
      name = "generate",
      description = {
        "Makes a secret in the form that its setting needs. It is printed and kept nowhere; what to"
            + " do with it is said beside it.",
      })
  void generate(
      @Parameters(
              paramLabel = "SECRET",
              description = "One of admin-token, manage-token-secret, master-key, verify-token.",
              converter = NewSecret.Reader.class)
          NewSecret secret) {
    var value = secret.create();
    var answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("setting", secret.setting())
            .put("variable", secret.variable())
            .put("value", value);
    output.show(answer, () -> value);
    if (!output.isForMachines()) {
      output.remark(
          "Set it as %s (%s).%n%s".formatted(secret.setting(), secret.variable(), secret.advice()));
    }
  }
}
