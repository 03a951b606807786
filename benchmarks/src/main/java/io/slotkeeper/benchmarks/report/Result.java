package io.slotkeeper.benchmarks.report;

import java.util.List;
import java.util.Map;

/**
 * What a benchmark has found.
 *
 * @param benchmark its name
 * @param describes what it does, in a sentence
 * @param figures the rows of the table
 * @param plots what is drawn of it
 * @param rounds everything that was measured, in order
 * @param facts what else must be known to judge it, such as sizes and counts
 */
public record Result(
    String benchmark,
    String describes,
    List<Figure> figures,
    List<Plot> plots,
    List<Round> rounds,
    Map<String, Object> facts) {}
