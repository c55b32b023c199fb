package io.github.jpabyexample.testing;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.suppressed;

import io.github.jpabyexample.testing.garden.Bed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OpenUnitTest {

    private static final AtomicInteger OPENED = new AtomicInteger();
    private static final UnitOpener COUNTING = (unit, dataSource, properties) -> {
        OPENED.incrementAndGet();
        return JpaFixture.standard().open(unit, dataSource, properties);
    };

    @RegisterExtension
    static final JpaUnit jpa = JpaUnit.of("Garden-unit", "counting", COUNTING).with("opened.for", "OpenUnitTest");

    private final EntityManagerFactory factory = jpa.factory();

    static class WithoutStatic {

        @RegisterExtension
        final JpaUnit field = JpaUnit.of("Garden-unit");

        @Test
        void runs() {}
    }

    static class WithoutClosing {

        @RegisterExtension
        static final JpaUnit unit = JpaUnit.of("Garden-unit");

        static final EntityManager HELD_BEFORE = unit.factory().createEntityManager();

        @BeforeAll
        static void begun() {
            HELD_BEFORE.getTransaction().begin();
            HELD_BEFORE.createQuery("select b from Bed b").getResultList();
        }

        @AfterAll
        static void ended() {
            HELD_BEFORE.getTransaction().rollback();
            HELD_BEFORE.close();
        }

        @RepeatedTest(2)
        void leaves_a_transaction_open() {
            assertThat(unit.rows("select id from bed").rows()).isEmpty();
            EntityManager em = unit.factory().createEntityManager();
            em.getTransaction().begin();
            em.persist(new Bed("roses"));
            em.flush();
        }

        @Test
        void leaves_a_connection_of_plain_JDBC_open() throws SQLException {
            unit.dataSource().getConnection().setAutoCommit(false);
        }

        @Test
        void gives_back_what_it_took() throws SQLException {
            unit.runInTransaction(em -> em.persist(new Bed("roses")));
            try (var em = unit.factory().createEntityManager()) {
                em.createQuery("select b from Bed b").getResultList();
            }
            try (var connection = unit.dataSource().getConnection()) {
                connection.getMetaData().getConnection().close();
            }
            // Another thread gives it back a little later.
            var later = new Thread(() -> unit.runInTransaction(em -> {
                em.createQuery("select b from Bed b").getResultList();
                LockSupport.parkNanos(MILLISECONDS.toNanos(20));
            }));
            later.start();
            LockSupport.parkNanos(MILLISECONDS.toNanos(10));
        }
    }

    static class WithAnOpener {

        @RegisterExtension
        static final JpaUnit unit = JpaUnit.of(
                "Garden-unit",
                "an opener that could have a pool",
                (unit, dataSource, properties) -> JpaFixture.standard().open(unit, dataSource, properties));

        static final EntityManager HELD = unit.factory().createEntityManager();

        @Test
        void leaves_a_transaction_open() {
            HELD.getTransaction().begin();
            HELD.persist(new Bed("roses"));
            HELD.flush();
        }

        @AfterAll
        static void ended() {
            HELD.getTransaction().rollback();
            HELD.close();
        }
    }

    @Nested
    class In_a_nested_class {

        @Test
        void is_not_opened_again() {
            assertThat(jpa.factory().isOpen()).isTrue();
            assertThat(OPENED).hasValue(1);
        }
    }

    @RepeatedTest(2)
    void is_opened_once() {
        assertThat(OPENED).hasValue(1);
        assertThat(JpaUnit.of("Garden-unit", "counting", COUNTING)
                        .with("opened.for", "OpenUnitTest")
                        .factory())
                .isSameAs(factory);
    }

    @Test
    void is_another_one_with_another_property() {
        assertThat(JpaUnit.of("Garden-unit").with("another", "value").factory()).isNotSameAs(factory);
    }

    @Test
    void is_another_one_with_another_opener_whatever_was_opened_first() {
        AtomicInteger openedBySecond = new AtomicInteger();
        UnitOpener second = (unit, dataSource, properties) -> {
            openedBySecond.incrementAndGet();
            return JpaFixture.standard().open(unit, dataSource, properties);
        };
        var first = JpaUnit.of("Garden-unit").with("opened.for", "another opener");
        var other = JpaUnit.of("Garden-unit", "second", second).with("opened.for", "another opener");

        assertThat(other.factory()).isNotSameAs(first.factory());
        assertThat(openedBySecond).hasValue(1);
    }

    @Test
    void needs_no_JUnit() {
        var plain = JpaFixture.of("Garden-unit");
        plain.clean();
        plain.given(em -> em.persist(new Bed("roses")));
        assertThat(plain.rows("select name from bed").rows()).containsExactly(List.of("roses"));

        plain.clean();

        assertThat(plain.<Long>callInTransaction(em ->
                        em.createQuery("select count(b) from Bed b", Long.class).getSingleResult()))
                .isZero();
    }

    @Test
    void says_which_one_cannot_be_opened_and_where() {
        assertThatIllegalStateException()
                .isThrownBy(() -> JpaUnit.of("no such unit").factory())
                .withMessageStartingWith(
                        "Cannot open the unit 'no such unit' on " + jpa.stack().name() + ", in ");
    }

    @Test
    void fails_each_test_that_leaves_a_connection_open_and_says_where_it_was_taken() {
        var tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(WithoutClosing.class))
                .execute()
                .testEvents();

        tests.assertThatEvents()
                .haveExactly(
                        3,
                        event(finishedWithFailure(
                                message(
                                        "The test left open 1 connection of the unit 'Garden-unit': close each EntityManager,"
                                                + " and end its transaction. What holds them was cut off"),
                                suppressed(0, message("taken here")))));
        tests.assertStatistics(statistics -> statistics.succeeded(1));
    }

    @Test
    void lets_one_keep_connections_that_may_have_a_pool() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(WithAnOpener.class))
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.succeeded(1));
    }

    @Test
    void in_a_field_that_is_not_static_is_refused() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(WithoutStatic.class))
                .execute()
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(message(
                                "The field of a JpaUnit must be static, in " + WithoutStatic.class.getName()))));
    }
}
