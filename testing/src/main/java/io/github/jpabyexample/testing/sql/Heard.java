package io.github.jpabyexample.testing.sql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import javax.sql.XAConnection;
import javax.sql.XAConnectionBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Stands before an object of JDBC: what that one hands out is heard as well, and leads back to what it was handed out by.
 */
class Heard implements InvocationHandler {

    private static final List<Class<?>> ROLES = List.of(
            CallableStatement.class,
            PreparedStatement.class,
            Statement.class,
            ResultSet.class,
            Connection.class,
            DatabaseMetaData.class,
            DataSource.class,
            XAConnection.class,
            PooledConnection.class,
            XAConnectionBuilder.class,
            ConnectionBuilder.class);
    private static final Object[] NOTHING = {};

    final Object target;
    final Journal journal;
    final @Nullable Heard from;
    private final Object proxy;

    /**
     * @param target what is heard
     * @param from what handed it out
     */
    Heard(Object target, Class<?> role, Journal journal, @Nullable Heard from) {
        this.target = target;
        this.journal = journal;
        this.from = from;
        this.proxy = role == DataSource.class
                ? proxy(this, role, loaderOf(target.getClass()), publicInterfaces(target.getClass()))
                : proxy(this, role, loaderOf(Heard.class), Set.of());
    }

    static DataSource around(DataSource target, Journal journal) {
        return (DataSource) new Heard(target, DataSource.class, journal, null).proxy;
    }

    @Override
    public final @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        Object[] given = arguments == null ? NOTHING : arguments;
        return switch (method.getName()) {
            case "equals" -> given[0] != null && target.equals(behind(given[0]));
            case "isWrapperFor" -> ((Class<?>) given[0]).isInstance(proxy) || Boolean.TRUE.equals(call(method, given));
            case "unwrap" -> unwrapped((Class<?>) given[0], method, given);
            case "getStatement" -> back(Statement.class, method, given);
            case "getConnection" -> back(Connection.class, method, given);
            default -> heard(method, given);
        };
    }

    /** What it does itself beside handing on. */
    @Nullable
    Object heard(Method method, Object[] given) throws Throwable {
        return wrapped(call(method, given), method, given);
    }

    final @Nullable Object call(Method method, Object[] given) throws Throwable {
        return call(target, method, given);
    }

    /** Of what is handed out, what can send or be read is heard as well. */
    final @Nullable Object wrapped(@Nullable Object result, Method method, Object[] given) {
        if (result == null || method.getReturnType().isPrimitive()) {
            return result;
        }
        for (Class<?> role : ROLES) {
            if (role.isInstance(result)) {
                return of(result, role, method, given).proxy;
            }
        }
        return result;
    }

    private Heard of(Object result, Class<?> role, Method method, Object[] given) {
        if (result instanceof Statement statement) {
            boolean prepared = method.getName().startsWith("prepare") && given.length > 0;
            return new HeardStatement(statement, role, journal, this, prepared ? String.valueOf(given[0]) : "");
        }
        if (result instanceof ResultSet) {
            return new HeardRows(result, journal, this, method.getName().equals("getGeneratedKeys") ? null : entry());
        }
        return new Heard(result, role, journal, this);
    }

    /** {@return what is being read, if this can be read from} */
    @Nullable
    Entry entry() {
        return null;
    }

    // A pool's statement knows the driver's connection, and the driver's rows know the driver's statement.
    private @Nullable Object back(Class<?> role, Method method, Object[] given) throws Throwable {
        Object result = call(method, given);
        if (result == null || target instanceof DataSource || target instanceof PooledConnection) {
            return wrapped(result, method, given);
        }
        for (Heard handedOut = from; handedOut != null; handedOut = handedOut.from) {
            if (role.isInstance(handedOut.proxy)) {
                return handedOut.proxy;
            }
            if (role == Statement.class) {
                break;
            }
        }
        return wrapped(result, method, given);
    }

    private @Nullable Object unwrapped(Class<?> type, Method method, Object[] given) throws Throwable {
        if (type.isInstance(proxy)) {
            return proxy;
        }
        Object inner = call(method, given);
        if (inner != null && type.isInterface()) {
            try {
                return proxy(new Inner(inner, type), role(), loaderOf(type), Set.of(type));
            } catch (IllegalArgumentException e) {
                // Its class loader does not let it stand beside JDBC's.
            }
        }
        journal.unheard("unwrap(" + type.getName() + ".class)");
        return inner;
    }

    private Class<?> role() {
        return ROLES.stream().filter(role -> role.isInstance(proxy)).findFirst().orElseThrow();
    }

    /** A driver's own interface: what is JDBC's is still heard, and what may send in another way is told. */
    private final class Inner implements InvocationHandler {

        private final Object inner;
        private final Class<?> type;

        Inner(Object inner, Class<?> type) {
            this.inner = inner;
            this.type = type;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getDeclaringClass().isInstance(proxy)) {
                return Heard.this.invoke(self, method, arguments);
            }
            Object result = call(inner, method, arguments == null ? NOTHING : arguments);
            Class<?> returned = method.getReturnType();
            boolean foreign = !returned.isPrimitive()
                    && !returned.isArray()
                    && !returned.isEnum()
                    && !returned.getName().startsWith("java.");
            if (foreign || method.getName().startsWith("exec")) {
                journal.unheard(type.getName() + "." + method.getName() + "()");
            }
            return wrapped(result, method, NOTHING);
        }
    }

    private static @Nullable Object call(Object target, Method method, Object[] given) throws Throwable {
        try {
            return method.invoke(target, given);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object behind(Object other) {
        return Proxy.isProxyClass(other.getClass()) && Proxy.getInvocationHandler(other) instanceof Heard heard
                ? heard.target
                : other;
    }

    private static Object proxy(InvocationHandler handler, Class<?> role, ClassLoader loader, Set<Class<?>> more) {
        Set<Class<?>> types = new LinkedHashSet<>(more);
        types.add(role);
        return Proxy.newProxyInstance(loader, types.toArray(new Class<?>[0]), handler);
    }

    private static ClassLoader loaderOf(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null ? ClassLoader.getSystemClassLoader() : loader;
    }

    // A bean that is a data source may be asked for by another interface that it has.
    private static Set<Class<?>> publicInterfaces(Class<?> type) {
        Set<Class<?>> found = new LinkedHashSet<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            Arrays.stream(each.getInterfaces())
                    .filter(one -> Modifier.isPublic(one.getModifiers()) && isVisible(one, loaderOf(type)))
                    .forEach(found::add);
        }
        return found;
    }

    private static boolean isVisible(Class<?> type, ClassLoader loader) {
        try {
            return Class.forName(type.getName(), false, loader) == type;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
