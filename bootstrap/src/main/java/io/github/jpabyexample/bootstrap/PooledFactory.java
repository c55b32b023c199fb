package io.github.jpabyexample.bootstrap;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A factory whose pool ends with it. */
record PooledFactory(EntityManagerFactory factory, HikariDataSource pool) implements InvocationHandler {

    static EntityManagerFactory closing(EntityManagerFactory factory, HikariDataSource pool) {
        return (EntityManagerFactory) Proxy.newProxyInstance(
                EntityManagerFactory.class.getClassLoader(),
                new Class<?>[] {EntityManagerFactory.class},
                new PooledFactory(factory, pool));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "close" -> {
                close();
                return null;
            }
            case "unwrap" -> {
                if (arguments != null
                        && arguments[0] instanceof Class<?> type
                        && type.isAssignableFrom(pool.getClass())
                        && DataSource.class.isAssignableFrom(type)) {
                    return pool;
                }
            }
            case "equals" -> {
                return arguments != null && proxy == arguments[0];
            }
            case "hashCode" -> {
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

    private void close() {
        try (pool) {
            if (factory.isOpen()) {
                factory.close();
            }
        }
    }
}
