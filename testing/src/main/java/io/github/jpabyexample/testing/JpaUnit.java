package io.github.jpabyexample.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

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
 *         jpa.inTransaction(em -> em.persist(new Order(…)));
 *         assertThat(jpa.sql()).hasInserts(2);
 *     }
 * }
 * }</pre>
 *
 * <p>The field must be static: a {@code @RegisterExtension} that is no static field is never told that its class begins,
 * and is refused with an {@link IllegalStateException}.
 */
public final class JpaUnit extends JpaFixture
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, TestWatcher {

    private boolean isStatic;
    private long started;

    private JpaUnit(String unit, Map<String, Object> properties, UnitOpener opener) {
        super(unit, properties, opener);
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
        isStatic = true;
        Optional<LessonLog> lesson = LessonLog.of(context);
        Logging.forTest(lesson.isPresent());
        Stack stack = stack();
        lesson.ifPresent(log -> log.runsOn(stack));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!isStatic) {
            throw new IllegalStateException("The field of a JpaUnit must be static, in "
                    + context.getRequiredTestClass().getName());
        }
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
}
