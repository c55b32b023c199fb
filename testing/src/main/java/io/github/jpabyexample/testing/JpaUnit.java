package io.github.jpabyexample.testing;

import java.util.HashMap;
import java.util.Map;
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
 * and is refused with an {@link IllegalStateException}.
 */
public class JpaUnit extends JpaFixture implements BeforeAllCallback, BeforeEachCallback {

    private boolean isStatic;

    /**
     * For an extension that does more; others call {@link #of(String, UnitOpener)}.
     *
     * @param unit the name of a unit
     * @param opener how to open it
     */
    protected JpaUnit(String unit, UnitOpener opener) {
        super(unit, Map.of(), opener);
    }

    /**
     * For an extension that does more; others call {@link #with}.
     *
     * @param unit to be opened a second time
     * @param property of the persistence unit
     * @param value its value
     */
    protected JpaUnit(JpaUnit unit, String property, Object value) {
        super(unit.unit, more(unit.properties, property, value), unit.opener);
    }

    private static Map<String, Object> more(Map<String, Object> properties, String property, Object value) {
        Map<String, Object> more = new HashMap<>(properties);
        more.put(property, value);
        return more;
    }

    /**
     * A unit of a {@code persistence.xml}, opened with standard JPA.
     *
     * @param unit its name
     * @return the extension
     */
    public static JpaUnit of(String unit) {
        return of(unit, standard());
    }

    /**
     * A unit that is opened in another way.
     *
     * @param unit its name; one name is opened in one way in a JVM: who asks first, opens
     * @param opener how to open it
     * @return the extension
     */
    public static JpaUnit of(String unit, UnitOpener opener) {
        return new JpaUnit(unit, opener);
    }

    /**
     * The same unit, opened a second time with one more property and a database of its own.
     *
     * @param property of the persistence unit
     * @param value its value
     * @return another extension
     */
    public JpaUnit with(String property, Object value) {
        return new JpaUnit(this, property, value);
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
    }
}
