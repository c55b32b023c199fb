package io.github.jpabyexample.bootstrap;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source that hears, while a unit is opened, which statements the database refused: providers log what went wrong when
 * they make tables, and go on. Afterwards it only hands connections on.
 */
final class HeardDataSource implements DataSource {

    private final DataSource target;
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private volatile boolean listens = true;

    HeardDataSource(DataSource target) {
        this.target = target;
    }

    /** {@return each statement that was refused, with the database's reason} */
    List<String> refused() {
        return refused;
    }

    void listenNoMore() {
        listens = false;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return listens ? (Connection) heard(Connection.class, target.getConnection(), "") : target.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return target.getConnection(user, password);
    }

    private Object heard(Class<?> type, Object real, String prepared) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> called(real, method, arguments, prepared));
    }

    private @Nullable Object called(Object real, Method method, Object @Nullable [] arguments, String prepared)
            throws Throwable {
        String sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : prepared;
        try {
            Object result = method.invoke(real, arguments);
            return result instanceof Statement && real instanceof Connection
                    ? heard(method.getReturnType(), result, sql)
                    : result;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException reason && method.getName().matches("(execute|prepare).*")) {
                refused.add(sql.strip().replaceAll("\\s+", " ") + ": " + firstLine(reason));
            }
            throw e.getCause();
        }
    }

    static String firstLine(Throwable reason) {
        return String.valueOf(reason.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(target) ? type.cast(target) : target.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(target) || target.isWrapperFor(type);
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return target.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        target.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        target.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return target.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return target.getParentLogger();
    }
}
