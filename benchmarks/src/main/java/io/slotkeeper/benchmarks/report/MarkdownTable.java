package io.slotkeeper.benchmarks.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The figures of reports, as a table of Markdown. */
public final class MarkdownTable {

  private static final String HEAD =
      """
      | work | ours | ceiling | ratio | target | reached | measured |
      | --- | --- | --- | --- | --- | --- | --- |
      """;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private MarkdownTable() {}

  /**
   * One row for each figure: medians, with the least and the most of the rounds, and of which day
   * and commit they are.
   */
  public static String of(List<Report> reports) {
    return HEAD
        + reports.stream()
            .flatMap(
                report -> report.result().figures().stream().map(figure -> row(figure, report)))
            .collect(Collectors.joining());
  }

  private static String row(Figure figure, Report report) {
    return "| %s | %s | %s | %s | %s | %s | %s, `%s` |%n"
        .formatted(
            figure.work(),
            cell(Optional.of(figure.oursSpread()), figure.unit()),
            cell(figure.ceilingSpread(), figure.unit()),
            cell(figure.ratioSpread(), ""),
            Optional.ofNullable(figure.target()).map(each -> text(each, figure)).orElse(""),
            figure.reached().map(yes -> yes ? "yes" : "**no**").orElse(""),
            DAY.format(report.at()),
            report.commit())
        .replace(System.lineSeparator(), "\n");
  }

  private static String cell(Optional<Spread> spread, String unit) {
    return spread
        .map(
            each ->
                each.least() == each.most()
                    ? Numbers.text(each.median()) + space(unit)
                    : "%s%s [%s–%s]"
                        .formatted(
                            Numbers.text(each.median()),
                            space(unit),
                            Numbers.text(each.least()),
                            Numbers.text(each.most())))
        .orElse("");
  }

  private static String text(Target target, Figure figure) {
    return "%s%s %s%s"
        .formatted(
            target.of() == Target.Of.RATIO ? "ratio " : "",
            target.bound().sign(),
            Numbers.shortest(target.value()),
            target.of() == Target.Of.RATIO ? "" : space(figure.unit()));
  }

  private static String space(String unit) {
    return unit.isEmpty() ? "" : unit.startsWith("/") ? unit : " " + unit;
  }
}
