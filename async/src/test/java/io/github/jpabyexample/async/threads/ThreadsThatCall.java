package io.github.jpabyexample.async.threads;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Notes which threads call an entity manager or its transaction, from its creation to its close. */
final class ThreadsThatCall {

    private final Queue<Set<Thread>> byEntityManager = new ConcurrentLinkedQueue<>();

    /** {@return the same factory, whose entity managers are watched} */
    EntityManagerFactory of(EntityManagerFactory factory) {
        return watched(EntityManagerFactory.class, factory, ConcurrentHashMap.newKeySet());
    }

    /** {@return the threads that called each of them} */
    Collection<Set<Thread>> byEntityManager() {
        return byEntityManager;
    }

    private <T> T watched(Class<T> type, T target, Set<Thread> callers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    callers.add(Thread.currentThread());
                    try {
                        Object result = method.invoke(target, arguments);
                        if (result instanceof EntityManager em) {
                            return watched(EntityManager.class, em, newCallers());
                        }
                        return result instanceof EntityTransaction transaction
                                ? watched(EntityTransaction.class, transaction, callers)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private Set<Thread> newCallers() {
        Set<Thread> callers = ConcurrentHashMap.newKeySet();
        callers.add(Thread.currentThread());
        byEntityManager.add(callers);
        return callers;
    }
}
