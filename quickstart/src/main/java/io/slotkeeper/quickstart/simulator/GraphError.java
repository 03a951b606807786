package io.slotkeeper.quickstart.simulator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An error as Meta answers it. */
record GraphError(int code, @Nullable Integer subcode, String details) {

  static GraphError of(int code, String details) {
    return new GraphError(code, null, details);
  }

  static GraphRefusal invalid(String details) {
    return new GraphRefusal(of(100, details));
  }

  /** A value that breaks a limit. */
  static GraphRefusal outOfLimits(String details) {
    return new GraphRefusal(of(131009, details));
  }

  String message() {
    return "(#%d) %s".formatted(code, title());
  }

  /** Meta's table no longer says; these are the ones that were seen. */
  int httpStatus() {
    return switch (code) {
      case 190 -> 401;
      case 10 -> 403;
      case 132001 -> 404;
      case 4, 80007, 130429, 131056 -> 429;
      case 131000 -> 500;
      case 2, 131016 -> 503;
      default -> code >= 200 && code <= 299 ? 403 : 400;
    };
  }

  ObjectNode json(String traceId) {
    ObjectNode body = Call.JSON.createObjectNode();
    ObjectNode error = body.putObject("error");
    error.put("message", message());
    error.put("type", subcode == null ? "OAuthException" : "GraphMethodException");
    error.put("code", code);
    error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
    if (subcode != null) {
      error.put("error_subcode", subcode);
    }
    error.put("fbtrace_id", traceId);
    return body;
  }

  private String title() {
    return switch (code) {
      case 1 -> "An unknown error occurred";
      case 2, 131016 -> "Service unavailable";
      case 4, 80007, 130429 -> "Rate limit hit";
      case 100 -> "Invalid parameter";
      case 190 -> "Invalid OAuth access token";
      case 131000 -> "Something went wrong";
      case 131009 -> "Parameter value is not valid";
      case 131026 -> "Message undeliverable";
      case 131047 -> "Re-engagement message";
      case 131056 -> "Business account and consumer account pair rate limit hit";
      case 132000 -> "Number of parameters does not match the expected number of params";
      case 132001 -> "Template name does not exist in the translation";
      default -> "Simulated error";
    };
  }
}
