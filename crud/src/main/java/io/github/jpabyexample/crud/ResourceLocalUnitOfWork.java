package io.github.jpabyexample.crud;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import org.jspecify.annotations.Nullable;

/** With resource-local transactions (Jakarta Persistence 3.2, section 7.5.2). */
record ResourceLocalUnitOfWork(EntityManagerFactory factory) implements UnitOfWork {

    @Override
    public <T extends @Nullable Object, X extends Exception> T call(Work<T, X> work) throws X {
        try (EntityManager em = factory.createEntityManager()) {
            EntityTransaction transaction = em.getTransaction();
            transaction.begin();
            T result;
            try {
                result = work.with(em);
            } catch (Throwable failure) {
                rollBack(transaction, failure);
                throw failure;
            }
            if (transaction.getRollbackOnly()) {
                transaction.rollback();
            } else {
                transaction.commit();
            }
            return result;
        }
    }

    private static void rollBack(EntityTransaction transaction, Throwable failure) {
        try {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }
}
