package io.slotkeeper.admin.doctor.reach;

import io.slotkeeper.admin.doctor.Clocks;
import io.slotkeeper.admin.doctor.Finding;
import io.slotkeeper.admin.service.Answer;
import io.slotkeeper.admin.service.ServiceApi;
import io.slotkeeper.admin.service.ServiceRefused;
import io.slotkeeper.admin.service.ServiceUnreachable;
import io.slotkeeper.admin.service.Services;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Both services, as callers see them. */
public final class ServicesCheck {
  private static final String ABOUT = "services";
  private static final int OK = 200;
  private static final int UNAUTHENTICATED = 401;

  /** The finest that a Date header tells. */
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Services services;
  private final Clock clock;

  /** Looks where the command line says that they are. */
  public ServicesCheck(Services services, Clock clock) {
    this.services = services;
    this.clock = clock;
  }

  /** Of each its health and its clock, and how the projections are. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    boolean queriesAnswer = false;
    for (var service : List.of(services.commands(), services.queries())) {
      queriesAnswer = health(service.anonymous(), findings);
    }
    if (queriesAnswer) {
      findings.addAll(projections());
    }
    return findings;
  }

  private boolean health(ServiceApi service, List<Finding> findings) {
    try {
      var before = clock.instant();
      var answer = service.look("/api/health");
      var after = clock.instant();
      findings.add(health(service, answer));
      answer
          .headers()
          .firstValue("Date")
          .flatMap(ServicesCheck::date)
          .map(there -> Clocks.compared(service.name(), before, there.toInstant(), after, SECOND))
          .ifPresent(findings::add);
      return true;
    } catch (ServiceUnreachable e) {
      findings.add(
          Finding.fail(
              ABOUT,
              e.getMessage(),
              "Start it, or say by %s where it is."
                  .formatted(service.name().startsWith("command") ? "--commands" : "--queries")));
      return false;
    }
  }

  private static Finding health(ServiceApi service, Answer answer) {
    var parts = String.join(", ", texts(answer.body().path("parts")));
    var status = answer.body().path("status").asString("");
    if (answer.status() != OK) {
      return Finding.fail(
          ABOUT,
          "%s does not work: status %d%s"
              .formatted(service.name(), answer.status(), parts.isEmpty() ? "" : ", " + parts),
          "Its log says more.");
    }
    return status.equals("DEGRADED")
        ? Finding.warn(
            ABOUT,
            "%s works without %s".formatted(service.name(), parts),
            "docs/runbooks says what to do for each part.")
        : Finding.ok(ABOUT, "%s works at %s".formatted(service.name(), service.address()));
  }

  private List<Finding> projections() {
    var token = services.givenToken();
    if (token.isEmpty()) {
      return List.of(
          Finding.warn(
              ABOUT,
              "projections were not looked at: there is no administrator's token",
              "Give it by --token-file or SLOTKEEPER_ADMIN_TOKEN."));
    }
    try {
      var all = services.queries().get("/api/admin/projections").path("projections");
      List<Finding> findings = new ArrayList<>();
      all.forEach(each -> look(each).ifPresent(findings::add));
      if (findings.isEmpty()) {
        findings.add(Finding.ok("projections", "all %d have caught up".formatted(all.size())));
      }
      return findings;
    } catch (ServiceRefused e) {
      return List.of(
          e.status() == UNAUTHENTICATED
              ? Finding.fail(
                  ABOUT,
                  "the administrator's token is not the one of query-service",
                  "Give that of slotkeeper.security.admin-token, the same on all nodes.")
              : Finding.fail(ABOUT, e.getMessage(), "Its log says more."));
    } catch (ServiceUnreachable e) {
      return List.of(Finding.fail(ABOUT, e.getMessage(), "Its log says more."));
    }
  }

  private static Optional<Finding> look(JsonNode projection) {
    var name = projection.path("name").asString("");
    long letters = projection.path("deadLetters").asLong();
    if (letters > 0) {
      return Optional.of(
          Finding.warn(
              "projections",
              "%d events of %s wait as dead letters".formatted(letters, name),
              "slotkeeper-admin dead-letters list says why."));
    }
    if (projection.path("servedVersion").asInt() < projection.path("version").asInt()) {
      return Optional.of(
          Finding.warn(
              "projections",
              "%s serves what older rules have made".formatted(name),
              "slotkeeper-admin projections show %s says how its rebuild is.".formatted(name)));
    }
    return projection.path("caughtUp").asBoolean()
        ? Optional.empty()
        : Optional.of(
            Finding.warn(
                "projections",
                "%s is behind, at event %d of %d"
                    .formatted(
                        name,
                        projection.path("position").asLong(),
                        projection.path("newest").asLong()),
                "Look again: where it stays, query-service's log says why."));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(part -> part.asString("")).toList();
  }

  private static Optional<ZonedDateTime> date(String header) {
    try {
      return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
