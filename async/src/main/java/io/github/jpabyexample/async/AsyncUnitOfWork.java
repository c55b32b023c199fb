package io.github.jpabyexample.async;

import io.github.jpabyexample.crud.UnitOfWork;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs units of work on other threads, at most as many at once as there are connections for them.
 *
 * <pre>{@code
 * try (var async = AsyncUnitOfWork.on(UnitOfWork.on(factory), 10)) {
 *     CompletableFuture<Long> books = async.call(em -> count(em, Book.class));
 *     CompletableFuture<Long> authors = async.call(em -> count(em, Author.class));
 *     books.thenCombine(authors, Long::sum).thenAccept(…);
 * }
 *
 * AsyncUnitOfWork.on(work, 0);   // IllegalArgumentException: at least one unit must be allowed at once, not 0
 * }</pre>
 *
 * <p>Each unit has an entity manager and a thread of its own, virtual where Java has them (21 and newer). What it returns
 * is detached when the future completes: fetch what is needed inside the unit.
 *
 * <p>An exception of the work completes the future as it was thrown. {@link CompletableFuture#cancel} ends in a rollback
 * or is refused: once the commit has begun it returns false. A running statement is not interrupted; give it a timeout.
 *
 * <p>Safe for use by several threads. A unit must not wait for another one: with all permits taken by waiting units none
 * could go on.
 */
public final class AsyncUnitOfWork implements AutoCloseable {

    private final UnitOfWork work;
    private final Semaphore permits;
    private final ExecutorService threads;

    private AsyncUnitOfWork(UnitOfWork work, int atOnce) {
        this.work = work;
        this.permits = new Semaphore(atOnce, true);
        this.threads = Threads.atMost(atOnce);
    }

    /**
     * Units of work on other threads.
     *
     * @param work how a unit is run
     * @param atOnce how many may run at the same time, at most the size of the connection pool
     * @return to be closed by the caller
     * @throws IllegalArgumentException if none may run
     */
    public static AsyncUnitOfWork on(UnitOfWork work, int atOnce) {
        Objects.requireNonNull(work, "work");
        if (atOnce < 1) {
            throw new IllegalArgumentException("At least one unit must be allowed at once, not " + atOnce);
        }
        return new AsyncUnitOfWork(work, atOnce);
    }

    /**
     * Runs a unit on another thread; returns at once.
     *
     * @param <T> what the work returns
     * @param action gets an open entity manager, in a transaction
     * @return completes after the commit, or exceptionally after the rollback
     * @throws java.util.concurrent.RejectedExecutionException after {@link #close()}
     */
    public <T extends @Nullable Object> CompletableFuture<T> call(UnitOfWork.Work<T, ? extends Exception> action) {
        Objects.requireNonNull(action, "action");
        var unit = new Unit<T>(action);
        threads.execute(() -> unit.run(work, permits));
        return unit;
    }

    /**
     * Runs a unit that returns nothing on another thread; returns at once.
     *
     * @param action gets an open entity manager, in a transaction
     * @return completes after the commit, or exceptionally after the rollback
     * @throws java.util.concurrent.RejectedExecutionException after {@link #close()}
     */
    @SuppressWarnings("NullAway") // does not see that this Void may be null
    public CompletableFuture<@Nullable Void> run(UnitOfWork.Action<? extends Exception> action) {
        Objects.requireNonNull(action, "action");
        return this.<@Nullable Void>call(em -> {
            action.with(em);
            return null;
        });
    }

    /** Takes no more units and waits for those that it has. Harmless when closed already. */
    @Override
    public void close() {
        threads.shutdown();
        boolean interrupted = false;
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Unit<T extends @Nullable Object> extends CompletableFuture<T> {

        private enum Phase {
            OPEN,
            COMMITTING,
            CANCELLED
        }

        private final UnitOfWork.Work<T, ? extends Exception> action;
        private Phase phase = Phase.OPEN;

        Unit(UnitOfWork.Work<T, ? extends Exception> action) {
            this.action = action;
        }

        void run(UnitOfWork work, Semaphore permits) {
            permits.acquireUninterruptibly();
            try {
                if (isCancelled()) {
                    return;
                }
                complete(work.call(this::runIn));
            } catch (Throwable failure) {
                completeExceptionally(failure);
            } finally {
                permits.release();
            }
        }

        private T runIn(EntityManager em) throws Exception {
            T result = action.with(em);
            if (!enter(Phase.COMMITTING)) {
                em.getTransaction().setRollbackOnly();
            }
            return result;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            return (enter(Phase.CANCELLED) && super.cancel(mayInterruptIfRunning)) || isCancelled();
        }

        private synchronized boolean enter(Phase next) {
            if (phase != Phase.OPEN) {
                return false;
            }
            phase = next;
            return true;
        }

        @Override
        public <U> CompletableFuture<U> newIncompleteFuture() {
            return new CompletableFuture<>();
        }
    }
}
