package io.slotkeeper.platform.problem;

import io.slotkeeper.api.Refused;
import io.slotkeeper.platform.commands.ConflictException;
import io.slotkeeper.platform.errors.Circumstances;
import io.slotkeeper.platform.errors.ErrorReports;
import io.slotkeeper.platform.foundation.Secrets;
import java.io.IOException;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.accept.InvalidApiVersionException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** What a caller is told of anything that was thrown. Nothing here repeats a foreign message. */
final class Problems {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);
  private static final int LONGEST_CHAIN = 20;

  private final Secrets secrets;
  private final ErrorReports reports;

  Problems(Secrets secrets, ErrorReports reports) {
    this.secrets = secrets;
    this.reports = reports;
  }

  ProblemException of(Throwable thrown) {
    Throwable next = thrown;
    for (int i = 0; next != null && i < LONGEST_CHAIN; i++) {
      var known = known(next);
      if (known != null) {
        return known;
      }
      next = next.getCause();
    }
    if (thrown instanceof HttpMessageNotReadableException && thrown.getCause() == null) {
      return ProblemException.of(ProblemCode.MALFORMED, "A JSON body is needed.");
    }
    // Nothing but the caller's own connection throws an IOException that nobody has wrapped.
    if (thrown instanceof HttpMessageNotReadableException || thrown instanceof IOException) {
      return ProblemException.of(ProblemCode.MALFORMED, "The body cannot be read.");
    }
    return Outages.isOutage(thrown) ? Outages.problem(thrown) : fault(thrown);
  }

  private static @Nullable ProblemException known(Throwable thrown) {
    return switch (thrown) {
      case ProblemException problem -> problem;
      case Refused refused -> refused(refused);
      case JacksonException unreadable -> UnreadableBodies.problem(unreadable);
      case RequestRejectedException rejected -> unreadableAddress();
      case InvalidParameterException undecodable -> unreadableAddress();
      case MissingServletRequestParameterException missing ->
          ProblemException.invalid(
              InputError.in(missing.getParameterName(), "required", "is needed"));
      case InvalidApiVersionException unknown ->
          ProblemException.of(ProblemCode.UNKNOWN_API_VERSION, "This server speaks API-Version 1.");
      case ErrorResponse response ->
          ofStatus(response.getStatusCode().value()).with(response.getHeaders());
      case MethodArgumentTypeMismatchException mismatch ->
          ProblemException.invalid(mistyped(mismatch));
      case AggregateNotFoundException absent -> ProblemException.notFound();
      case ConflictException lost -> lostRace();
      case LockAcquisitionFailedException busy -> Outages.problem(busy);
      default -> null;
    };
  }

  /** For a status that some part of the server chose by itself. */
  static ProblemException ofStatus(int status) {
    var code = ProblemCode.of(status);
    return code == ProblemCode.NOT_FOUND
        ? ProblemException.notFound()
        : ProblemException.of(code, code.title() + ".");
  }

  private static ProblemException refused(Refused refused) {
    var code =
        switch (refused.code()) {
          case NOT_FOUND -> ProblemCode.NOT_FOUND;
          case SLOT_TAKEN -> ProblemCode.SLOT_TAKEN;
          case ILLEGAL_TRANSITION -> ProblemCode.ILLEGAL_TRANSITION;
          case VERSION_CONFLICT -> ProblemCode.VERSION_CONFLICT;
          case SLOT_NOT_OFFERED -> ProblemCode.SLOT_NOT_OFFERED;
          case TOO_LATE -> ProblemCode.TOO_LATE;
        };
    return code == ProblemCode.NOT_FOUND
        ? ProblemException.notFound()
        : ProblemException.of(code, String.valueOf(refused.getMessage())).with(refused.details());
  }

  private static ProblemException unreadableAddress() {
    return ProblemException.of(ProblemCode.MALFORMED, "The address cannot be read.");
  }

  private static InputError mistyped(MethodArgumentTypeMismatchException mismatch) {
    return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
        ? InputError.in(mismatch.getName(), "not-an-id", "is not an id of this kind")
        : InputError.in(mismatch.getName(), "wrong-type", "is not of the right type");
  }

  private static ProblemException lostRace() {
    return ProblemException.of(
        ProblemCode.CONFLICT, "Somebody else changed this at the same moment. Try again.");
  }

  private ProblemException fault(Throwable thrown) {
    var errorId = secrets.newText();
    log.error("Unexpected failure {}", errorId, thrown);
    reports.report(thrown, Circumstances.ofRequest(errorId));
    return ProblemException.of(
            ProblemCode.INTERNAL_ERROR, "The server failed; its log knows this by the error id.")
        .with(Map.of("errorId", errorId));
  }
}
