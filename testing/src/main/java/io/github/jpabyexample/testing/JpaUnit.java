package io.github.jpabyexample.testing;

import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A persistence unit for the tests of a class: clean before each test, with a log of the SQL that was sent. A {@link
 * JpaFixture} as an extension of JUnit.
 *
 * <pre>{@code
 * class OrdersTest {
 *     @RegisterExtension
 *     static final JpaUnit jpa = JpaUnit.of("shop");
 *
 *     @Test
 *     void an_order_is_written_in_two_statements() {
 *         jpa.runInTransaction(em -> em.persist(new Order(…)));
 *         assertThat(jpa.sql()).hasInserts(2);
 *     }
 * }
 * }</pre>
 *
 * <p>The field must be static: a {@code @RegisterExtension} that is no static field is never told that its class begins,
 * and is refused with an {@link IllegalStateException}. A test of a unit without a pool fails if it leaves a connection
 * open, for instance in an {@code EntityManager} with a transaction.
 */
public class JpaUnit extends JpaFixture implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

    private boolean isStatic;
    private Map<Connection, Throwable> heldBefore = Map.of();

    /**
     * For an extension that does more; others call {@link #of(String)}.
     *
     * @param unit the name of a unit of a {@code persistence.xml}, opened with standard JPA
     */
    protected JpaUnit(String unit) {
        super(unit);
    }

    /**
     * For an extension that does more; others call {@link #of(String, String, UnitOpener)}.
     *
     * @param unit the name of a unit
     * @param openedBy a name for the way in which it is opened
     * @param opener how to open it
     */
    protected JpaUnit(String unit, String openedBy, UnitOpener opener) {
        super(UnitKey.of(unit, openedBy), opener);
    }

    /**
     * For an extension that does more; others call {@link #with}.
     *
     * @param unit to be opened a second time
     * @param property of the persistence unit
     * @param value its value
     */
    protected JpaUnit(JpaUnit unit, String property, Object value) {
        super(unit.key.with(property, value), unit.opener);
    }

    /**
     * For an extension that does more; others call {@link #withTables}.
     *
     * @param unit to be opened a second time
     * @param creation makes its tables
     */
    protected JpaUnit(JpaUnit unit, SchemaCreation creation) {
        super(unit.key.withTables(creation), unit.opener);
    }

    /**
     * A unit of a {@code persistence.xml}, opened with standard JPA.
     *
     * @param unit its name
     * @return the extension
     */
    public static JpaUnit of(String unit) {
        return new JpaUnit(unit);
    }

    /**
     * A unit that is opened in another way.
     *
     * @param unit its name
     * @param openedBy a name for that way: tests of one unit share it where they give the same name, and have a database each
     *     where they do not; a lambda has no name by which that could be told
     * @param opener how to open it
     * @return the extension
     */
    public static JpaUnit of(String unit, String openedBy, UnitOpener opener) {
        return new JpaUnit(unit, openedBy, opener);
    }

    @Override
    public JpaUnit with(String property, Object value) {
        return new JpaUnit(this, property, value);
    }

    @Override
    public JpaUnit withTables(SchemaCreation creation) {
        return new JpaUnit(this, creation);
    }

    /** Opens the unit. JUnit calls this once more for each nested class. */
    @Override
    public void beforeAll(ExtensionContext context) {
        isStatic = true;
        factory();
    }

    /** Cleans the unit. */
    @Override
    public void beforeEach(ExtensionContext context) {
        if (!isStatic) {
            throw new IllegalStateException("The field of a JpaUnit must be static, in "
                    + context.getRequiredTestClass().getName());
        }
        clean();
        heldBefore = opened().held();
    }

    /**
     * Takes back the connections that the test left open.
     *
     * @throws IllegalStateException if there are any, and the unit has no pool
     */
    @Override
    public void afterEach(ExtensionContext context) {
        if (!hasPool()) {
            opened().takeBackBut(heldBefore.keySet());
        }
    }
}
