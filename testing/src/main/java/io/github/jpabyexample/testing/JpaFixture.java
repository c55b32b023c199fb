package io.github.jpabyexample.testing;

import io.github.jpabyexample.provider.ProviderSettings;
import io.github.jpabyexample.testing.sql.SqlLog;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A persistence unit on a clean database, and what is sent to it. Knows no test engine: {@link JpaUnit} is the same for
 * JUnit, and any other engine calls {@link #clean()} before each test.
 *
 * <pre>{@code
 * var jpa = JpaFixture.of("shop", JpaFixture.standard());
 * jpa.clean();
 * jpa.given(em -> em.persist(new Order("A-1")));                            // in the database, not in memory
 * jpa.runInTransaction(em -> em.find(Order.class, "A-1"));
 * assertThat(jpa.sql()).hasSelects(1);
 * jpa.rows("select * from orders where");                                   // IllegalArgumentException, with the SQL
 * }</pre>
 *
 * <p>The unit is opened at the first use, once for each name and set of properties in a JVM, with its schema created;
 * {@link #clean()} only removes rows. For one test at a time; the code under test may use several threads. A unit that
 * cannot be opened is an {@link IllegalStateException} at the first use.
 */
public class JpaFixture {

    final String unit;
    final Map<String, Object> properties;
    final UnitOpener opener;

    JpaFixture(String unit, Map<String, Object> properties, UnitOpener opener) {
        this.unit = unit;
        this.properties = Map.copyOf(properties);
        this.opener = opener;
    }

    /**
     * A unit for any test engine, or for none.
     *
     * @param unit the name of a unit of a {@code persistence.xml}
     * @param opener how to open it, e.g. {@link #standard()}
     * @return the fixture; nothing is opened yet
     */
    public static JpaFixture of(String unit, UnitOpener opener) {
        return new JpaFixture(unit, Map.of(), opener);
    }

    /** {@return a way to open a unit of a {@code persistence.xml} with standard JPA, without a pool} */
    public static UnitOpener standard() {
        return (unit, dataSource, properties) -> {
            Map<String, Object> all =
                    new HashMap<>(ProviderSettings.onClassPath().unitSettings());
            all.put("jakarta.persistence.nonJtaDataSource", dataSource);
            all.putAll(properties);
            return Persistence.createEntityManagerFactory(unit, all);
        };
    }

    /** {@return the factory of the unit} */
    public final EntityManagerFactory factory() {
        return opened().factory();
    }

    /** {@return where the unit is open, through the recorder: each connection is a new one} */
    public final DataSource dataSource() {
        return opened().recorder().dataSource();
    }

    /** {@return on what this runs} */
    public final Stack stack() {
        return opened().stack();
    }

    /**
     * Removes all rows, evicts the shared cache, and forgets the SQL.
     *
     * <p>Sequences go on, so no test can rely on an id. A table that has rows as soon as the schema is created, such as
     * that of a table generator, belongs to the schema and stays as it is.
     */
    public final void clean() {
        opened().empty();
    }

    /**
     * Brings about a state that is in the database and not in memory: commits, evicts the shared cache, and forgets the
     * SQL.
     *
     * @param work makes the state
     */
    public final void given(Consumer<EntityManager> work) {
        runInTransaction(work);
        factory().getCache().evictAll();
        opened().recorder().clear();
    }

    /**
     * Runs work in a transaction and an {@link EntityManager} of its own, as {@link
     * EntityManagerFactory#runInTransaction} does, and rolls back whatever it throws, an error too.
     *
     * @param work to run
     */
    public final void runInTransaction(Consumer<EntityManager> work) {
        callInTransaction(em -> {
            work.accept(em);
            return true;
        });
    }

    /**
     * Runs work in a transaction and an {@link EntityManager} of its own, as {@link
     * EntityManagerFactory#callInTransaction} does, and rolls back whatever it throws, an error too.
     *
     * @param <T> what it returns
     * @param work to run
     * @return what the work returned
     */
    // Not the factory's own: Hibernate's does not roll back after an error, such as a failed assertion, and the
    // transaction that it leaves open holds locks on the tables that clean() empties.
    public final <T extends @Nullable Object> T callInTransaction(Function<EntityManager, T> work) {
        try (EntityManager em = factory().createEntityManager()) {
            var transaction = em.getTransaction();
            transaction.begin();
            try {
                T result = work.apply(em);
                transaction.commit();
                return result;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        }
    }

    /** {@return what was sent since the last {@link #given} or {@link #clean}} */
    public final SqlLog sql() {
        return opened().recorder().log();
    }

    /**
     * Records a block of code.
     *
     * @param block must not call {@link #given}
     * @return what was sent while it ran
     */
    public final SqlLog sqlOf(Runnable block) {
        return opened().recorder().sqlOf(block);
    }

    /**
     * Reads what really stands in the database, past the provider and unrecorded.
     *
     * @param query in SQL
     * @return its result
     * @throws IllegalArgumentException if the database refuses the query
     */
    public final Rows rows(String query) {
        return Rows.read(opened().place().dataSource(), query);
    }

    private OpenUnit opened() {
        return OpenUnit.open(unit, properties, opener);
    }
}
