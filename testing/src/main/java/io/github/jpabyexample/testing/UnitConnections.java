package io.github.jpabyexample.testing;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The connections that a unit takes: which of them it has not given back, and what it could not even prepare, of which a
 * recorder of what is executed never hears.
 */
final class UnitConnections {

    /** A statement, and why the database refused it. */
    record Refusal(String sql, String reason) {}

    private final DataSource target;
    private final DataSource dataSource;
    private final Map<Connection, Throwable> open = new LinkedHashMap<>();
    private final AtomicLong taken = new AtomicLong();
    private volatile @Nullable List<Refusal> unprepared;

    UnitConnections(DataSource target) {
        this.target = target;
        this.dataSource = proxy(DataSource.class, this::ofDataSource);
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** How many there ever were. */
    long taken() {
        return taken.get();
    }

    /** Those that are open, and where in the code each was taken. */
    synchronized Map<Connection, Throwable> open() {
        open.keySet().removeIf(UnitConnections::isClosed);
        return new LinkedHashMap<>(open);
    }

    /**
     * Closes those that are open, with their transactions, but the ones that were held before.
     *
     * @return what was closed, and where in the code each was taken
     */
    Map<Connection, Throwable> takeBackBut(Set<Connection> held) {
        Map<Connection, Throwable> left = open();
        left.keySet().removeAll(held);
        // Another thread may be about to give its connection back.
        for (int wait = 0; !left.isEmpty() && wait < 100; wait++) {
            LockSupport.parkNanos(MILLISECONDS.toNanos(5));
            left.keySet().retainAll(open().keySet());
        }
        left.keySet().forEach(UnitConnections::close);
        return left;
    }

    /** What could not be prepared while a block ran. */
    List<Refusal> unpreparedIn(Runnable block) {
        List<Refusal> found = Collections.synchronizedList(new ArrayList<>());
        unprepared = found;
        block.run();
        unprepared = null;
        return List.copyOf(found);
    }

    private @Nullable Object ofDataSource(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Object result = call(target, method, arguments);
        return result instanceof Connection connection ? taken(connection) : result;
    }

    private synchronized Connection taken(Connection connection) {
        taken.incrementAndGet();
        open.put(connection, new Throwable("taken here"));
        return proxy(
                Connection.class,
                (proxy, method, arguments) -> method.getName().equals("equals")
                        ? arguments != null && proxy == arguments[0]
                        : ofConnection(connection, method, arguments));
    }

    private @Nullable Object ofConnection(Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("close")) {
            givenBack(connection);
        }
        try {
            return call(connection, method, arguments);
        } catch (SQLException e) {
            if (method.getName().equals("prepareStatement") && arguments != null) {
                refused(String.valueOf(arguments[0]), e);
            }
            throw e;
        }
    }

    private synchronized void givenBack(Connection connection) {
        open.remove(connection);
    }

    private void refused(String sql, SQLException reason) {
        List<Refusal> heard = unprepared;
        if (heard != null) {
            heard.add(new Refusal(sql, String.valueOf(reason.getMessage())));
        }
    }

    // Whoever closed it: the meta data's connection, for instance, is the driver's own.
    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("A connection to the test database does not close: " + e.getMessage(), e);
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(UnitConnections.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
