package io.slotkeeper.platform.problem;

import java.util.Locale;

/** What can go wrong, in the spelling and with the status that callers rely on. */
public enum ProblemCode {
  /** The request cannot be read at all. */
  MALFORMED(400, "The request cannot be read"),
  /** Values in the request are not acceptable; {@code errors} says which. */
  VALIDATION_FAILED(400, "Some values are not acceptable"),
  /** {@code API-Version} names a version that is not served. */
  UNKNOWN_API_VERSION(400, "There is no such version of the API"),
  /** Credentials are needed, or those given are not good. */
  UNAUTHENTICATED(401, "Credentials are needed"),
  /** The server will not do this for anybody. */
  FORBIDDEN(403, "This is not allowed"),
  /** There is no such thing, or the caller may not know of it. */
  NOT_FOUND(404, "Not found"),
  /** The path exists, but not for this method; {@code Allow} lists those that it has. */
  METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
  /** The answer is JSON, which the caller does not accept. */
  NOT_ACCEPTABLE(406, "No acceptable representation"),
  /** The request took too long to arrive. */
  REQUEST_TIMEOUT(408, "The request took too long"),
  /** Somebody else holds the slot. */
  SLOT_TAKEN(409, "The slot is taken"),
  /** The state does not allow this command. */
  ILLEGAL_TRANSITION(409, "Not possible in this state"),
  /** This read model is being rebuilt already. */
  REBUILD_RUNNING(409, "A rebuild is running"),
  /** A request with the same {@code Idempotency-Key} has no answer yet. */
  IDEMPOTENCY_IN_FLIGHT(409, "The same request is being answered"),
  /** Somebody else changed the same thing at the same moment; trying again may help. */
  CONFLICT(409, "Changed at the same moment"),
  /** The caller has seen an older version. */
  VERSION_CONFLICT(412, "The version is not the newest"),
  /** The body is above the limit of its path, mostly 64 KiB. */
  TOO_LARGE(413, "The body is too large"),
  /** The path is too long. */
  URI_TOO_LONG(414, "The address is too long"),
  /** The body is not declared as JSON. */
  UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
  /** The business does not offer this slot. */
  SLOT_NOT_OFFERED(422, "The slot is not offered"),
  /** The time for this has passed. */
  TOO_LATE(422, "Too late"),
  /** The caller has used this {@code Idempotency-Key} for another request. */
  IDEMPOTENCY_KEY_REUSED(422, "The key was used for another request"),
  /** More requests than a limit allows; {@code Retry-After} says when there may be more. */
  RATE_LIMITED(429, "Too many requests"),
  /** The headers are too large. */
  HEADERS_TOO_LARGE(431, "The headers are too large"),
  /** A fault of the server, which its log knows by {@code errorId}. */
  INTERNAL_ERROR(500, "Internal error"),
  /** The server does not know this method. */
  NOT_IMPLEMENTED(501, "Not implemented"),
  /** The server does not speak this version of HTTP. */
  HTTP_VERSION_NOT_SUPPORTED(505, "HTTP version not supported"),
  /**
   * The read model is not yet as new as the caller asks; {@code Retry-After} says when it may be.
   */
  PROJECTION_BEHIND(503, "The answer is not new enough yet"),
  /** Something that is needed is away; {@code Retry-After} says when to try again. */
  UNAVAILABLE(503, "Not available now");

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The same words for every problem of this kind. */
  public String title() {
    return title;
  }

  /** The code as callers see it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The general code for a status that some part of the server chose by itself. */
  public static ProblemCode of(int status) {
    return switch (status) {
      case 401 -> UNAUTHENTICATED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 408 -> REQUEST_TIMEOUT;
      case 409 -> CONFLICT;
      case 412 -> VERSION_CONFLICT;
      case 413 -> TOO_LARGE;
      case 414 -> URI_TOO_LONG;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 429 -> RATE_LIMITED;
      case 431 -> HEADERS_TOO_LARGE;
      case 501 -> NOT_IMPLEMENTED;
      case 503 -> UNAVAILABLE;
      case 505 -> HTTP_VERSION_NOT_SUPPORTED;
      default -> status >= 400 && status < 500 ? MALFORMED : INTERNAL_ERROR;
    };
  }
}
