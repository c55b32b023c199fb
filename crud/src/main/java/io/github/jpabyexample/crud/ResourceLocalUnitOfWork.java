package io.github.jpabyexample.crud;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** With resource-local transactions (Jakarta Persistence 3.2, section 7.5.2). */
record ResourceLocalUnitOfWork(EntityManagerFactory factory) implements UnitOfWork {

    ResourceLocalUnitOfWork {
        Objects.requireNonNull(factory, "factory");
    }

    @Override
    public <T extends @Nullable Object, X extends Exception> T call(Work<T, X> work) throws X {
        Objects.requireNonNull(work, "work");
        EntityManager em = factory.createEntityManager();
        T result;
        try {
            EntityTransaction transaction = em.getTransaction();
            transaction.begin();
            result = work.with(em);
            end(transaction);
        } catch (Throwable failure) {
            andAlso(failure, () -> rollBack(em.getTransaction()));
            andAlso(failure, () -> close(em));
            throw failure;
        }
        close(em);
        return result;
    }

    private static void end(EntityTransaction transaction) {
        if (!transaction.isActive()) {
            throw new IllegalStateException("The work ended its transaction itself: leave the commit to the UnitOfWork,"
                    + " and have it rolled back by setRollbackOnly() or by an exception");
        }
        if (transaction.getRollbackOnly()) {
            transaction.rollback();
        } else {
            transaction.commit();
        }
    }

    private static void rollBack(EntityTransaction transaction) {
        if (transaction.isActive()) {
            transaction.rollback();
        }
    }

    // Not by try-with-resources: what the work has closed, one provider refuses to close again.
    private static void close(EntityManager em) {
        if (em.isOpen()) {
            em.close();
        }
    }

    private static void andAlso(Throwable failure, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }
}
