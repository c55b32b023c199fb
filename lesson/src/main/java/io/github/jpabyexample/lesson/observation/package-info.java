/**
 * What lessons did, as JSON: the memory of a run, which the tour and the comparison read. The format is documented in
 * {@code docs/observations.md}.
 */
@NullMarked
package io.github.jpabyexample.lesson.observation;

import org.jspecify.annotations.NullMarked;
