/**
 * Units of work off the caller's thread. JPA blocks; what can be asynchronous is the waiting for it.
 *
 * <pre>
 *   caller ── call(work) ──► CompletableFuture
 *                │
 *      at most as many at once as there are connections
 *                ▼
 *   a thread of its own: begin ─► work(em) ─► commit or roll back ─► completes the future
 * </pre>
 *
 * <p>Start with {@link io.github.jpabyexample.async.AsyncUnitOfWork}.
 */
@NullMarked
package io.github.jpabyexample.async;

import org.jspecify.annotations.NullMarked;
