/**
 * How fast Slotkeeper is beside the least that could do the same work.
 *
 * <p>A benchmark is a {@link io.slotkeeper.benchmarks.Benchmark} that {@link
 * io.slotkeeper.benchmarks.Catalog} names. It is given a {@link io.slotkeeper.benchmarks.Bench}:
 * the settings of the run, servers and services in processes of their own (package {@code
 * servers}), and where to say how far it is. It measures with package {@code load}, mostly by
 * {@link io.slotkeeper.benchmarks.Duel}, which warms up and then lets the sides take turns, and
 * hands back a {@link io.slotkeeper.benchmarks.report.Result}:
 *
 * <ul>
 *   <li>a {@code Figure} for each row of the table, with one measurement of each side for each
 *       round, and a {@code Target} where there is one;
 *   <li>a {@code Plot} for each picture;
 *   <li>every {@code Round}, and as facts whatever else is needed to judge the figures.
 * </ul>
 *
 * It throws where an answer is wrong or something acknowledged is missing: there is no figure of
 * what does not work. Everything else (the file of JSON, the table, the pictures, the document, the
 * exit code) follows from the result.
 */
@NullMarked
package io.slotkeeper.benchmarks;

import org.jspecify.annotations.NullMarked;
