package io.github.jpabyexample.models.classes;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.classes.Coupons.Sealed;
import io.github.jpabyexample.models.classes.Coupons.Unmakeable;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Hibernate says "No default constructor for entity", EclipseLink that the instance creation method "with no parameters,
 * does not exist, or is not accessible"; and your class has a constructor. A provider calls the one without parameters for
 * each row.
 *
 * <p>Choose: a class that is not final, and a protected constructor without parameters beside your own. A record is no
 * entity, but it can be a part of one, or its key.
 *
 * <p>Try: give {@code Unmakeable} a private constructor without parameters, and fields that are not final.
 */
@Lesson(
        value =
                "An entity's class is not final and has an empty constructor, for the provider makes its objects and subclasses.",
        level = BASIC,
        terms = {"entity class", "no-arg constructor", "default constructor", "final class", "proxy", "getReference"},
        messages = {
            "No default constructor for entity",
            "with no parameters, does not exist, or is not accessible",
            "FetchGroupManager.getIdEntityFetchGroup()\" is null"
        },
        entities = {Sealed.class, Unmakeable.class, Stamp.class},
        sqlalchemy = "`__init__` is not called for rows that are read")
class EntityClassTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("coupons");

    @BeforeEach
    void stored() {
        jpa.given(em -> em.persist(new Sealed("SPRING", 10)));
    }

    @Nested
    class A_proper_class {

        @Test
        void may_keep_its_empty_constructor_from_everybody_else() throws NoSuchMethodException {
            assertThat(Modifier.isFinal(Book.class.getModifiers())).isFalse();
            assertThat(Modifier.isProtected(Book.class.getDeclaredConstructor().getModifiers()))
                    .isTrue();
        }
    }

    @Nested
    class A_final_class {

        @Test
        void is_stored_and_read_all_the_same() {
            Sealed read = jpa.callInTransaction(em -> em.find(Sealed.class, "SPRING"));

            assertThat(read.percent()).isEqualTo(10);
        }

        @Test
        void has_references_that_Hibernate_reads_at_once_for_it_can_make_no_subclass() {
            jpa.runInTransaction(em -> em.getReference(Sealed.class, "SPRING"));

            assertThat(jpa.sql())
                    .hasSelects(jpa.expect(
                            cost("selects for a reference to a final class")
                                    .write("a class that is not final, as the specification demands")
                                    .leftOpen("The Entity Class"),
                            on(HIBERNATE, 1),
                            on(ECLIPSELINK, 0)));
            jpa.note("The specification allows no final class, so another version may refuse it.");
        }
    }

    @Nested
    class A_class_with_nothing_but_an_id {

        @Test
        void has_no_reference_on_EclipseLink() {
            jpa.given(em -> em.persist(new Stamp("rose")));

            try (EntityManager em = jpa.factory().createEntityManager()) {
                Throwable refused = catchThrowable(() -> em.getReference(Stamp.class, "rose"));

                String answer = jpa.expect(
                        exception("getReference of a class with nothing but an id")
                                .write("find() instead of getReference()")
                                .follows("EntityManager Interface", HIBERNATE),
                        on(HIBERNATE, "a reference"),
                        on(ECLIPSELINK, "NullPointerException"));
                assertThat(refused == null ? "a reference" : refused.getClass().getSimpleName())
                        .isEqualTo(answer);
                assertThat(em.find(Stamp.class, "rose").motif()).isEqualTo("rose");
            }
        }
    }

    @Nested
    class A_class_without_an_empty_constructor {

        @Test
        void is_refused_by_the_first_entity_manager_or_when_a_row_is_read() {
            var configuration = new PersistenceConfiguration("unmakeable")
                    .managedClass(Unmakeable.class)
                    .mappingFile("META-INF/unmakeable-orm.xml")
                    .property("jakarta.persistence.nonJtaDataSource", jpa.dataSource());

            assertThat(firstRefusal(configuration))
                    .isEqualTo(jpa.expect(
                            exception("when an entity without an empty constructor is refused")
                                    .write("a protected constructor without parameters")
                                    .leftOpen("The Entity Class"),
                            on(HIBERNATE, "reading a row"),
                            on(ECLIPSELINK, "creating the first entity manager")));
        }

        private static String firstRefusal(PersistenceConfiguration configuration) {
            try (EntityManagerFactory factory = configuration.createEntityManagerFactory();
                    EntityManager em = factory.createEntityManager()) {
                return whenRead(em);
            } catch (PersistenceException e) {
                return "creating the first entity manager";
            }
        }

        private static String whenRead(EntityManager em) {
            try {
                return String.valueOf(em.find(Unmakeable.class, "SPRING"));
            } catch (PersistenceException e) {
                return "reading a row";
            }
        }
    }
}
