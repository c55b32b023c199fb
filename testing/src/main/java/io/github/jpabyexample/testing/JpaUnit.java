package io.github.jpabyexample.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * A persistence unit for the tests of a class: clean before each test, with a log of the SQL that was sent.
 *
 * <pre>{@code
 * class OrdersTest {
 *     @RegisterExtension
 *     static final JpaUnit jpa = JpaUnit.of("shop");
 *
 *     @Test
 *     void an_order_is_written_in_two_statements() {
 *         jpa.inTransaction(em -> em.persist(new Order(…)));
 *         assertThat(jpa.sql()).hasInserts(2);
 *     }
 * }
 * }</pre>
 *
 * <p>The field must be static: as a field of the instance it would be set up anew for each nested class.
 */
public final class JpaUnit extends JpaFixture
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, TestWatcher {

    private final String unit;
    private final Map<String, Object> properties;
    private final UnitOpener opener;
    private long started;

    private JpaUnit(String unit, Map<String, Object> properties, UnitOpener opener) {
        super(unit, properties, opener);
        this.unit = unit;
        this.properties = properties;
        this.opener = opener;
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
     * @param unit its name; one name is opened in one way in a JVM
     * @param opener how to open it
     * @return the extension
     */
    public static JpaUnit of(String unit, UnitOpener opener) {
        return new JpaUnit(unit, Map.of(), opener);
    }

    /**
     * The same unit, opened a second time with one more property and a database of its own.
     *
     * @param property of the persistence unit
     * @param value its value
     * @return another extension
     */
    public JpaUnit with(String property, Object value) {
        Map<String, Object> more = new HashMap<>(properties);
        more.put(property, value);
        return new JpaUnit(unit, more, opener);
    }

    // JUnit calls this once more for each nested class.
    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<LessonLog> lesson = LessonLog.of(context);
        lesson.ifPresent(log -> Logging.forLessons());
        Stack stack = stack();
        lesson.ifPresent(log -> log.runsOn(stack));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        clean();
        started = System.nanoTime();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        long micros = (System.nanoTime() - started) / 1_000;
        LessonLog.of(context).ifPresent(log -> log.ran(context, micros, sql(), exhibits()));
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        LessonLog.of(context).ifPresent(log -> log.skipped(context, reason.orElse("no reason is given")));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        LessonLog.of(context)
                .filter(log -> context.getRequiredTestClass().getEnclosingClass() == null)
                .ifPresent(LessonLog::write);
    }
}
