/**
 * How long things take, as ratios within one run.
 *
 * <pre>
 *   StartUp ── starts ──► Start, a fresh JVM for each way and round, which reports its steps
 * </pre>
 */
@NullMarked
package io.github.jpabyexample.benchmarks;

import org.jspecify.annotations.NullMarked;
