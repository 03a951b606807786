package io.slotkeeper.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.benchmarks.report.Plot.Axis;
import io.slotkeeper.benchmarks.report.Plot.Point;
import io.slotkeeper.benchmarks.report.Plot.Series;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

class SvgPlotTest {

  @Test
  void drawsEachSeriesInsideTheAxes() throws Exception {
    var svg = drawn(Examples.report("one").result().plots().getFirst());

    assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(2);
    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(4);
    assertThat(texts(svg)).contains("Bookings & more", "ours", "ceiling", "round", "0", "1,000");
    var circles = svg.getElementsByTagName("circle");
    for (int each = 0; each < circles.getLength(); each++) {
      assertThat(at(circles.item(each), "cx")).isBetween(80.0, 696.0);
      assertThat(at(circles.item(each), "cy")).isBetween(64.0, 344.0);
    }
  }

  @Test
  void drawsMoreHigherUp() throws Exception {
    var circles =
        drawn(
                new Plot(
                    "growth",
                    "",
                    Axis.logarithmic("events"),
                    Axis.linear("ms"),
                    List.of(
                        new Series(
                            "",
                            List.of(
                                new Point(10_000, 2), new Point(100_000, 4), new Point(1e6, 6))))))
            .getElementsByTagName("circle");

    assertThat(at(circles.item(0), "cy") - at(circles.item(1), "cy"))
        .isPositive()
        .isCloseTo(at(circles.item(1), "cy") - at(circles.item(2), "cy"), within());
    assertThat(at(circles.item(1), "cx") - at(circles.item(0), "cx"))
        .isPositive()
        .isCloseTo(at(circles.item(2), "cx") - at(circles.item(1), "cx"), within());
  }

  @Test
  void drawsPercentiles() throws Exception {
    var latency = Examples.report("one").result().rounds().getFirst().latency();

    var svg =
        drawn(
            new Plot(
                "latency",
                "Latency",
                Latency.PERCENTILES,
                Axis.linear("ms"),
                List.of(latency.curve("ours"))));

    assertThat(latency.p50()).isBetween(500.0, 501.0);
    assertThat(latency.p99()).isBetween(990.0, 991.0);
    assertThat(texts(svg)).contains("50", "90", "99", "99.9").doesNotContain("99.99");
  }

  private static Offset<Double> within() {
    return Offset.offset(0.2);
  }

  private static double at(Node node, String attribute) {
    return Double.parseDouble(node.getAttributes().getNamedItem(attribute).getNodeValue());
  }

  private static Document drawn(Plot plot) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(SvgPlot.draw(plot).getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document svg) {
    var nodes = svg.getElementsByTagName("text");
    return IntStream.range(0, nodes.getLength())
        .mapToObj(each -> nodes.item(each).getTextContent())
        .toList();
  }
}
