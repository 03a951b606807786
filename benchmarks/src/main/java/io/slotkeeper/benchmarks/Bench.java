package io.slotkeeper.benchmarks;

import io.slotkeeper.benchmarks.servers.Stage;

/**
 * What a benchmark works with.
 *
 * @param stage servers and services, which the benchmarks of a run share; one that needs an empty
 *     store raises a stage of its own
 */
public record Bench(RunSettings settings, Stage stage, Progress progress) {}
