package io.slotkeeper.admin;

import io.slotkeeper.admin.service.ServiceRefused;
import io.slotkeeper.admin.service.ServiceUnreachable;
import io.slotkeeper.admin.terminal.ExitCode;
import io.slotkeeper.admin.terminal.Output;
import io.slotkeeper.admin.terminal.Unusable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in a sentence what has gone wrong. */
final class Failures implements IExecutionExceptionHandler {
  private final Output output;

  Failures(Output output) {
    this.output = output;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult parsed) throws Exception {
    return switch (failure) {
      case ServiceRefused refused -> {
        if (output.isForMachines() && !refused.problem().isMissingNode()) {
          output.show(refused.problem(), () -> "");
        } else {
          output.remark(refused.getMessage());
        }
        yield ExitCode.PROBLEM;
      }
      case ServiceUnreachable unreachable -> {
        output.remark(unreachable.getMessage());
        yield ExitCode.UNREACHABLE;
      }
      case Unusable wrong -> {
        output.remark(wrong.getMessage());
        yield ExitCode.USAGE;
      }
      default -> throw failure;
    };
  }
}
