package io.github.jpabyexample.lesson;

import io.github.jpabyexample.lesson.observation.Difference;
import io.github.jpabyexample.testing.JpaUnit;
import io.github.jpabyexample.testing.Rows;
import io.github.jpabyexample.testing.SchemaCreation;
import io.github.jpabyexample.testing.UnitOpener;
import java.util.Collection;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * The fixture of a lesson: a {@link JpaUnit} that also shows, says and expects, and keeps all that for the readers of the
 * lesson.
 *
 * <pre>{@code
 * @Lesson(value = "A managed entity needs no update(): what is changed is written at commit.", level = BASIC)
 * class DirtyCheckingTest {
 *     @RegisterExtension
 *     static final LessonUnit jpa = LessonUnit.of("bookstore");
 *
 *     @Test
 *     void costs_one_update() {
 *         jpa.runInTransaction(em -> em.find(Book.class, 1L).retitle("Emma"));
 *         assertThat(jpa.sql()).hasUpdates(1);
 *     }
 * }
 * }</pre>
 *
 * <p>In a class without {@link Lesson} it is a {@code JpaUnit} and keeps nothing. As there, the field must be static.
 */
public final class LessonUnit extends JpaUnit implements TestWatcher {

    private Exhibits exhibits = new Exhibits();
    private long started;

    private LessonUnit(String unit) {
        super(unit);
    }

    private LessonUnit(String unit, String openedBy, UnitOpener opener) {
        super(unit, openedBy, opener);
    }

    private LessonUnit(LessonUnit unit, String property, Object value) {
        super(unit, property, value);
    }

    private LessonUnit(LessonUnit unit, SchemaCreation creation) {
        super(unit, creation);
    }

    /**
     * A unit of a {@code persistence.xml}, opened with standard JPA.
     *
     * @param unit its name
     * @return the extension
     */
    public static LessonUnit of(String unit) {
        return new LessonUnit(unit);
    }

    /**
     * A unit that is opened in another way.
     *
     * @param unit its name
     * @param openedBy a name for that way, as in {@link JpaUnit#of(String, String, UnitOpener)}
     * @param opener how to open it
     * @return the extension
     */
    public static LessonUnit of(String unit, String openedBy, UnitOpener opener) {
        return new LessonUnit(unit, openedBy, opener);
    }

    @Override
    public LessonUnit with(String property, Object value) {
        return new LessonUnit(this, property, value);
    }

    @Override
    public LessonUnit withTables(SchemaCreation creation) {
        return new LessonUnit(this, creation);
    }

    /**
     * Shows a table to the reader.
     *
     * @param title above it
     * @param rows to show
     * @return the same rows
     */
    public Rows show(String title, Rows rows) {
        exhibits.show(title, rows);
        return rows;
    }

    /**
     * Shows objects to the reader.
     *
     * @param title above them
     * @param objects records, arrays, or anything with a good {@code toString}
     * @return the same objects as a table
     */
    public Rows show(String title, Collection<?> objects) {
        return show(title, Rows.of(objects));
    }

    /**
     * Says something to the reader, such as why it is so.
     *
     * @param text a sentence or two
     */
    public void note(String text) {
        exhibits.note(text);
    }

    /**
     * Chooses what is expected on this stack, and keeps the difference for the comparison of providers.
     *
     * @param <T> what is expected
     * @param difference what differs, of which kind that is, and what to write
     * @param values one for each stack, at least two different ones
     * @return the value of the entry that says most about this stack
     * @throws IllegalArgumentException if the difference says too little, if there is no value for this stack, or if all
     *     values are the same
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <T> T expect(Difference difference, On<T>... values) {
        difference.requireComplete();
        T here = On.valueFor(stack(), difference.topic(), values);
        exhibits.expect(difference, here, values);
        return here;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Logging.forTests();
        super.beforeAll(context);
        LessonLog.of(context).ifPresent(log -> log.runsOn(stack()));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        super.beforeEach(context);
        exhibits = new Exhibits();
        started = System.nanoTime();
    }

    /** Keeps what the claim did. */
    @Override
    public void afterEach(ExtensionContext context) {
        long micros = (System.nanoTime() - started) / 1_000;
        LessonLog.of(context).ifPresent(log -> log.ran(context, micros, sql(), exhibits, dataSource()));
        super.afterEach(context);
    }

    /** Keeps why a claim was not tried. */
    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        LessonLog.of(context).ifPresent(log -> log.skipped(context, reason.orElse("no reason is given")));
    }
}
