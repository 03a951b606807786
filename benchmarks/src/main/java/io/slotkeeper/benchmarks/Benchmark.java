package io.slotkeeper.benchmarks;

import io.slotkeeper.benchmarks.report.Result;

/** Something that is measured. */
public interface Benchmark {

  /** What it is called by: small letters and dashes. */
  String name();

  /** What it does, in a sentence. */
  String describes();

  /**
   * Measures.
   *
   * @throws RuntimeException where what is measured does not do what it should
   */
  Result run(Bench bench);
}
