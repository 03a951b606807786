package io.slotkeeper.benchmarks.report;

import io.slotkeeper.benchmarks.report.Plot.Series;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws a plot as SVG, in colours that are told apart on white and on black. */
final class SvgPlot {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 400;
  private static final int LEFT = 80;
  private static final int RIGHT = 24;
  private static final int TOP = 64;
  private static final int BOTTOM = 56;
  private static final int BETWEEN_NAMES = 190;
  private static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9");
  private static final String GREY = "#808080";

  private final Plot plot;
  private final Scale x;
  private final Scale y;
  private final StringBuilder svg = new StringBuilder();

  private SvgPlot(Plot plot) {
    this.plot = plot;
    this.x =
        Scale.of(
            plot.x(),
            plot.series().stream().flatMap(s -> s.points().stream()).mapToDouble(Plot.Point::x));
    this.y =
        Scale.of(
            plot.y(),
            plot.series().stream().flatMap(s -> s.points().stream()).mapToDouble(Plot.Point::y));
  }

  static String draw(Plot plot) {
    return new SvgPlot(plot).draw();
  }

  private String draw() {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
            + " font-size=\"12\" fill=\"%s\">",
        WIDTH, HEIGHT, GREY);
    text(WIDTH / 2.0, 22, "middle", plot.title(), " font-size=\"15\"");
    scales();
    for (int each = 0; each < plot.series().size(); each++) {
      line(plot.series().get(each), each);
    }
    add("</svg>");
    return svg.toString();
  }

  private void scales() {
    for (var tick : x.ticks()) {
      double at = left(tick.at());
      rule(at, TOP, at, HEIGHT - BOTTOM);
      text(at, HEIGHT - BOTTOM + 18, "middle", tick.label(), "");
    }
    for (var tick : y.ticks()) {
      double at = top(tick.at());
      rule(LEFT, at, WIDTH - RIGHT, at);
      text(LEFT - 8, at + 4, "end", tick.label(), "");
    }
    text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", plot.x().label(), "");
    double middle = (TOP + HEIGHT - BOTTOM) / 2.0;
    text(
        18,
        middle,
        "middle",
        plot.y().label(),
        String.format(Locale.ROOT, " transform=\"rotate(-90 18 %.1f)\"", middle));
  }

  private void line(Series series, int number) {
    var colour = COLOURS.get(number % COLOURS.size());
    var shown =
        series.points().stream().filter(each -> x.shows(each.x()) && y.shows(each.y())).toList();
    add(
        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>",
        colour,
        shown.stream()
            .map(each -> String.format(Locale.ROOT, "%.1f,%.1f", left(each.x()), top(each.y())))
            .collect(Collectors.joining(" ")));
    for (var each : shown) {
      add(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>",
          left(each.x()), top(each.y()), colour);
    }
    double begin = LEFT + number * (double) BETWEEN_NAMES;
    add(
        "<line x1=\"%.1f\" y1=\"44\" x2=\"%.1f\" y2=\"44\" stroke=\"%s\" stroke-width=\"3\"/>",
        begin, begin + 18, colour);
    text(begin + 24, 48, "start", series.name(), "");
  }

  private double left(double value) {
    return LEFT + x.place(value) * (WIDTH - LEFT - RIGHT);
  }

  private double top(double value) {
    return HEIGHT - BOTTOM - y.place(value) * (HEIGHT - TOP - BOTTOM);
  }

  private void rule(double x1, double y1, double x2, double y2) {
    add(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\""
            + " stroke-opacity=\"0.3\"/>",
        x1, y1, x2, y2, GREY);
  }

  private void text(double left, double top, String anchor, String words, String more) {
    add(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\"%s>%s</text>",
        left, top, anchor, more, escaped(words));
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
