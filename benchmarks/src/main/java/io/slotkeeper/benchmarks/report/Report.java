package io.slotkeeper.benchmarks.report;

import java.time.Instant;
import java.util.Map;

/**
 * A result, and where and how it was found.
 *
 * @param at when it was found
 * @param commit what was measured
 * @param settings of the run, the servers and the services, by name
 */
public record Report(
    Instant at, String commit, Machine machine, Map<String, Object> settings, Result result) {}
