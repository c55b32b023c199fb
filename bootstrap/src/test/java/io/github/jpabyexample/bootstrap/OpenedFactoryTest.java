package io.github.jpabyexample.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The factory around the provider's, for which only this package has a door. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OpenedFactoryTest {

    /** As a later version of the specification may have it. */
    interface Later extends EntityManagerFactory {

        void runInTransaction(Class<?> type, Consumer<EntityManager> work);

        String unwrap();

        void close(String reason);
    }

    @Test
    void hands_on_methods_that_it_does_not_know_though_it_knows_one_of_that_name() throws Throwable {
        List<String> called = new ArrayList<>();
        var later = (Later) Proxy.newProxyInstance(
                Later.class.getClassLoader(), new Class<?>[] {Later.class}, (proxy, method, arguments) -> {
                    called.add(method.getName());
                    return method.getReturnType() == String.class ? "unwrapped" : null;
                });
        var opened = new OpenedFactory("shop", later, new JdbcDataSource(), () -> called.add("the pool is closed"));
        Consumer<EntityManager> work = em -> {};

        opened.invoke(
                opened, method("runInTransaction", Class.class, Consumer.class), new Object[] {Later.class, work});
        opened.invoke(opened, method("close", String.class), new Object[] {"it is late"});

        assertThat(opened.invoke(opened, method("unwrap"), null)).isEqualTo("unwrapped");
        assertThat(called).containsExactly("runInTransaction", "close", "unwrap");
    }

    private static Method method(String name, Class<?>... parameters) throws NoSuchMethodException {
        return Later.class.getMethod(name, parameters);
    }
}
