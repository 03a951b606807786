package io.slotkeeper.platform.commands;

import static org.axonframework.commandhandling.GenericCommandResultMessage.asCommandResultMessage;

import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;

/** Reports every race that stays lost as one exception, whatever Axon called it. */
final class ConflictAwareGateway extends DefaultCommandGateway {

  ConflictAwareGateway(Builder builder) {
    super(builder);
  }

  @Override
  public <C, R> void send(C command, CommandCallback<? super C, ? super R> callback) {
    CommandCallback<C, R> translated =
        (message, result) -> {
          if (result.isExceptional() && Conflicts.isConflict(result.exceptionResult())) {
            callback.onResult(
                message, asCommandResultMessage(new ConflictException(result.exceptionResult())));
          } else {
            callback.onResult(message, result);
          }
        };
    super.send(command, translated);
  }
}
