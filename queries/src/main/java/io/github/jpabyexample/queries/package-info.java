/**
 * Asking questions: tools beside the Jakarta Persistence query language and the Criteria API.
 *
 * <p>{@link io.github.jpabyexample.queries.LikePattern} makes a safe pattern of what a user typed.
 */
@NullMarked
package io.github.jpabyexample.queries;

import org.jspecify.annotations.NullMarked;
