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
 * var jpa = JpaFixture.of("shop");
 * jpa.clean();
 * jpa.given(em -> em.persist(new Order("A-1")));                            // in the database, not in memory
 * jpa.runInTransaction(em -> em.find(Order.class, "A-1"));
 * assertThat(jpa.sql()).hasSelects(1);
 * jpa.rows("select * from orders where");                                   // IllegalArgumentException, with the SQL
 * }</pre>
 *
 * <p>The unit is opened at the first use, once in a JVM for each name, way to open it and set of properties, with its schema created;
 * {@link #clean()} only removes rows. For one test at a time; the code under test may use several threads. A unit that
 * cannot be opened is an {@link IllegalStateException} at the first use.
 */
public class JpaFixture {

    private static final UnitOpener STANDARD = (unit, dataSource, properties) -> {
        Map<String, Object> all = new HashMap<>(ProviderSettings.onClassPath().unitSettings());
        all.put("jakarta.persistence.nonJtaDataSource", dataSource);
        all.putAll(properties);
        return Persistence.createEntityManagerFactory(unit, all);
    };

    private static final String BY_STANDARD = "standard JPA";

    final UnitKey key;
    final UnitOpener opener;

    JpaFixture(String unit) {
        this(UnitKey.of(unit, BY_STANDARD), STANDARD);
    }

    JpaFixture(UnitKey key, UnitOpener opener) {
        this.key = key;
        this.opener = opener;
    }

    /**
     * A unit for any test engine, or for none, opened with standard JPA.
     *
     * @param unit the name of a unit of a {@code persistence.xml}
     * @return the fixture; nothing is opened yet
     */
    public static JpaFixture of(String unit) {
        return new JpaFixture(unit);
    }

    /**
     * A unit that is opened in another way.
     *
     * @param unit the name of a unit
     * @param openedBy a name for that way: fixtures of one unit share it where they give the same name, and have a database
     *     each where they do not; a lambda has no name by which that could be told
     * @param opener how to open it
     * @return the fixture; nothing is opened yet
     */
    public static JpaFixture of(String unit, String openedBy, UnitOpener opener) {
        return new JpaFixture(UnitKey.of(unit, openedBy), opener);
    }

    /** {@return a way to open a unit of a {@code persistence.xml} with standard JPA, without a pool} */
    public static UnitOpener standard() {
        return STANDARD;
    }

    /**
     * The same unit, opened a second time with one more property and a database of its own.
     *
     * @param property of the persistence unit
     * @param value its value
     * @return another fixture
     */
    public JpaFixture with(String property, Object value) {
        return new JpaFixture(key.with(property, value), opener);
    }

    /**
     * The same unit with tables that are not made from its mappings, opened a second time on a database of its own. What is
     * in the tables as soon as they are made, such as reference data, stays when the unit is cleaned.
     *
     * @param creation makes the tables; two units with the same one are one unit, so keep it in a constant
     * @return another fixture
     */
    public JpaFixture withTables(SchemaCreation creation) {
        return new JpaFixture(key.withTables(creation), opener);
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
     * Removes all rows, however they came, evicts the shared cache, and forgets the SQL.
     *
     * <p>Sequences go on, so no test can rely on an id. Rows that are there as soon as the tables are made, such as that of a
     * table generator, belong to the schema: they stay, and with them what a test changed in them.
     *
     * @throws IllegalStateException if the database refuses, for instance because an earlier test left a transaction open
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
     * <p>With a lambda in an {@code assertThat(…)}, the compiler cannot choose between AssertJ's many, nor can it around the
     * factory's method: say the type, keep the result in a variable, or use {@code assertThatObject}.
     *
     * <pre>{@code
     * assertThat(jpa.<Long>callInTransaction(em -> count(em))).isEqualTo(3);
     * assertThatObject(jpa.callInTransaction(em -> count(em))).isEqualTo(3L);
     * assertThat(jpa.callInTransaction(em -> count(em)));      // does not compile: reference to assertThat is ambiguous
     * }</pre>
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
     * @param block may call {@link #given} and {@link #clean}, which forget nothing of what is recorded here
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

    /** Without a pool each connection is given back as soon as the unit of work that took it is done. */
    final boolean hasPool() {
        return opener != STANDARD;
    }

    final OpenUnit opened() {
        return OpenUnit.open(key, opener);
    }
}
