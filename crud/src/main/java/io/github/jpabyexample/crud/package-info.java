/**
 * Units of work: an {@link jakarta.persistence.EntityManager} and a transaction that begin and end together.
 *
 * <pre>
 *   begin ─► persist, find, change, remove ─► flush (SQL) ─► commit ─► close
 *     └──────────────── any exception ──────────► rollback ──────────► close
 * </pre>
 *
 * <p>Start with {@link io.github.jpabyexample.crud.UnitOfWork}.
 */
@NullMarked
package io.github.jpabyexample.crud;

import org.jspecify.annotations.NullMarked;
