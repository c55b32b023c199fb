package io.github.jpabyexample.crud;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs work in a transaction with an {@link EntityManager} of its own.
 *
 * <pre>{@code
 * UnitOfWork work = UnitOfWork.on(factory);
 * Book emma = work.call(em -> em.find(Book.class, 1L));
 * work.run(em -> em.find(Book.class, 1L).rename("Emma, again"));   // written at commit
 * work.run(em -> { throw new IOException("disk"); });              // rolled back; IOException reaches the caller
 * }</pre>
 *
 * <p>What it adds to {@link EntityManagerFactory#callInTransaction} of Jakarta Persistence 3.2: work may throw checked
 * exceptions; each exception of the work reaches the caller as it was thrown, on every provider, with a failed rollback
 * only as {@linkplain Throwable#getSuppressed() suppressed}; work that marks its transaction for rollback is rolled back
 * and still returns its result; and an {@link Error} is rolled back as well, where both providers leave the transaction
 * open and its connection taken.
 *
 * <p>The transaction is the unit of work's to end: where the work has committed or rolled back itself, and has begun no
 * other one, the caller gets an {@link IllegalStateException}, and what was committed stays. Work may close its entity
 * manager; its transaction is ended as ever.
 *
 * <p>Safe for use by several threads: each call has its own entity manager, also a call within a call.
 */
public interface UnitOfWork {

    /**
     * Units of work of a persistence unit.
     *
     * @param factory of the unit; it stays the caller's to close
     * @return units of work, as long as the factory is open
     */
    static UnitOfWork on(EntityManagerFactory factory) {
        return new ResourceLocalUnitOfWork(factory);
    }

    /**
     * Runs work and commits, or rolls back if the work throws or marks its transaction for rollback.
     *
     * <p>With a lambda in an {@code assertThat(…)} of AssertJ, the compiler says "reference to assertThat is ambiguous": keep the
     * result in a variable, or write {@code assertThatObject(work.call(em -> …))}.
     *
     * @param <T> what the work returns
     * @param <X> what the work may throw
     * @param work gets an open entity manager, in a transaction
     * @return what the work returned
     * @throws X if the work throws it; what it had not committed itself is rolled back
     * @throws jakarta.persistence.RollbackException if the commit fails. Nothing is written where the database refused it; where
     *     its answer was lost, nobody knows: the database may have committed, so ask it before you repeat the work
     * @throws IllegalStateException if the factory is closed, or if the work ended its transaction itself
     */
    <T extends @Nullable Object, X extends Exception> T call(Work<T, X> work) throws X;

    /**
     * Runs work that returns nothing.
     *
     * @param <X> what the work may throw
     * @param action gets an open entity manager, in a transaction
     * @throws X if the work throws it; what it had not committed itself is rolled back
     * @throws jakarta.persistence.RollbackException if the commit fails. Nothing is written where the database refused it; where
     *     its answer was lost, nobody knows: the database may have committed, so ask it before you repeat the work
     * @throws IllegalStateException if the factory is closed, or if the work ended its transaction itself
     */
    default <X extends Exception> void run(Action<X> action) throws X {
        Objects.requireNonNull(action, "action");
        this.<Boolean, X>call(em -> {
            action.with(em);
            return true;
        });
    }

    /**
     * Work with a result.
     *
     * @param <T> the result
     * @param <X> what may be thrown
     */
    @FunctionalInterface
    interface Work<T extends @Nullable Object, X extends Exception> {

        /**
         * Does the work.
         *
         * @param em open, in a transaction, for this thread alone
         * @return the result
         * @throws X to have all rolled back
         */
        T with(EntityManager em) throws X;
    }

    /**
     * Work without a result.
     *
     * @param <X> what may be thrown
     */
    @FunctionalInterface
    interface Action<X extends Exception> {

        /**
         * Does the work.
         *
         * @param em open, in a transaction, for this thread alone
         * @throws X to have all rolled back
         */
        void with(EntityManager em) throws X;
    }
}
