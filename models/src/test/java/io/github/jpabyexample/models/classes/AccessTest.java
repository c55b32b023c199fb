package io.github.jpabyexample.models.classes;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.classes.Titles.ByItsField;
import io.github.jpabyexample.models.classes.Titles.ByItsProperty;
import io.github.jpabyexample.models.classes.Titles.Mixed;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A setter checks its argument or writes a log, and it runs when nobody called it: for each row that is read. Or it never
 * runs, and you wonder why. Where {@code @Id} stands, at a field or at a getter, decides it for the whole class.
 *
 * <p>Choose: annotations at the fields. At the getters only with setters that do nothing but set. {@code @Access(PROPERTY)}
 * for one attribute that is stored in another form than its field has, or an {@code AttributeConverter} if many entities
 * need that form.
 *
 * <p>Try: let the setter of {@code ByItsProperty} refuse a title that is shorter than five letters.
 */
@Lesson(
        value =
                "Where the id's annotation stands decides whether the provider fills fields or calls setters, and @Access excepts one.",
        level = WORKING,
        terms = {"access type", "field access", "property access", "getter", "setter", "@Access", "@Transient"},
        sqlalchemy = "`synonym`, `hybrid_property`, `validates`")
class AccessTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("titles");

    @Nested
    class Annotations_at_the_fields {

        @Test
        void let_the_provider_go_past_the_methods() {
            jpa.given(em -> em.persist(new ByItsField(1L, "Emma")));

            ByItsField read = jpa.callInTransaction(em -> em.find(ByItsField.class, 1L));

            assertThat(read.calls()).isZero();
            assertThat(read.getTitle()).isEqualTo("Emma");
        }
    }

    @Nested
    class Annotations_at_the_getters {

        @Test
        void let_the_provider_call_the_setter_for_each_row_that_it_reads() {
            jpa.given(em -> em.persist(new ByItsProperty(1L, "Emma")));

            ByItsProperty read = jpa.callInTransaction(em -> em.find(ByItsProperty.class, 1L));

            assertThat(read.calls()).isEqualTo(1);
            jpa.note(
                    "A setter that checks or counts does so for stored rows as well: so this library annotates fields.");
        }

        @Test
        void make_the_name_of_the_property_the_name_in_queries() {
            jpa.given(em -> em.persist(new ByItsProperty(1L, "Emma")));

            jpa.runInTransaction(em -> assertThat(em.createQuery("select t.title from ByItsProperty t", String.class)
                            .getResultList())
                    .containsExactly("Emma"));
        }
    }

    @Nested
    class One_attribute_by_its_property {

        @Test
        void is_stored_in_the_form_that_its_getter_gives() {
            jpa.given(em -> em.persist(new Mixed(1L, Locale.CANADA_FRENCH)));

            assertThat(jpa.show("table mixed", jpa.rows("select language from mixed"))
                            .rows())
                    .containsExactly(List.of("fr-CA"));
            jpa.runInTransaction(
                    em -> assertThat(em.find(Mixed.class, 1L).language()).isEqualTo(Locale.CANADA_FRENCH));
            jpa.note("The field beside it must be @Transient; an AttributeConverter does the same for any entity.");
        }
    }
}
