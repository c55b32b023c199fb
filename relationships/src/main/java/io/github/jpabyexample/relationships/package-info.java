/**
 * Associations, and how to fetch them in few statements.
 *
 * <p>{@link io.github.jpabyexample.relationships.SelectIn} fetches an association for many entities at once, the same on
 * every provider.
 */
@NullMarked
package io.github.jpabyexample.relationships;

import org.jspecify.annotations.NullMarked;
