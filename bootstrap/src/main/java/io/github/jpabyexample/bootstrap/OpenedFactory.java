package io.github.jpabyexample.bootstrap;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The provider's factory, with an end of its own: closing it twice is harmless, what was made for it ends with it, and a
 * unit of work that ends in an error gives its connection back.
 *
 * @param unit its name
 * @param factory the provider's
 * @param dataSource what {@code unwrap} returns
 * @param afterwards ends the pool, if it is ours
 */
record OpenedFactory(String unit, EntityManagerFactory factory, DataSource dataSource, Runnable afterwards)
        implements InvocationHandler {

    // Each entity manager is asked for through here.
    private static final Map<Method, String> SIGNATURES = new ConcurrentHashMap<>();

    EntityManagerFactory asFactory() {
        return (EntityManagerFactory) Proxy.newProxyInstance(
                EntityManagerFactory.class.getClassLoader(), new Class<?>[] {EntityManagerFactory.class}, this);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Object argument = arguments == null ? null : arguments[0];
        // By what they take, too: a later version of the specification may have another method of the same name.
        switch (SIGNATURES.computeIfAbsent(method, OpenedFactory::signature)) {
            case "close()" -> {
                close();
                return null;
            }
            case "getName()" -> {
                return unit;
            }
            case "unwrap(Class)" -> {
                if (argument instanceof Class<?> type
                        && DataSource.class.isAssignableFrom(type)
                        && type.isInstance(dataSource)) {
                    return dataSource;
                }
            }
            case "runInTransaction(Consumer)" -> {
                Consumer<EntityManager> work = argument(argument);
                factory.runInTransaction(em -> endedAfterError(em, unit -> {
                    work.accept(unit);
                    return true;
                }));
                return null;
            }
            case "callInTransaction(Function)" -> {
                Function<EntityManager, @Nullable Object> work = argument(argument);
                return factory.<@Nullable Object>callInTransaction(em -> endedAfterError(em, work));
            }
            case "equals(Object)" -> {
                return proxy == argument;
            }
            case "hashCode()" -> {
                return System.identityHashCode(proxy);
            }
            default -> {}
        }
        try {
            return method.invoke(factory, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(",", method.getName() + "(", ")"));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T argument(@Nullable Object argument) {
        return (T) Objects.requireNonNull(argument, "work");
    }

    // Both providers roll back after an exception only: an error would leave the transaction, its locks and its
    // connection for good.
    private static <R extends @Nullable Object> R endedAfterError(EntityManager em, Function<EntityManager, R> work) {
        try {
            return work.apply(em);
        } catch (Error e) {
            try (em) {
                EntityTransaction transaction = em.getTransaction();
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            } catch (RuntimeException also) {
                e.addSuppressed(also);
            }
            throw e;
        }
    }

    private void close() {
        try {
            if (factory.isOpen()) {
                factory.close();
            }
        } finally {
            afterwards.run();
        }
    }
}
