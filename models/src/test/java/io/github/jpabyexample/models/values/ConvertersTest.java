package io.github.jpabyexample.models.values;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.data;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.models.types.Attempt.isRefused;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.values.IndexCard.Shelfmark;
import io.github.jpabyexample.testing.sql.SqlLog;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * JPA does not know your class, or it serializes it: you want one column for an ISBN, an amount, a list of tags.
 *
 * <p>Choose: a converter for a value in one column, an embeddable for one in several; with autoApply where each
 * attribute of that type has the same form. Let the value be immutable.
 *
 * <p>Try: change a value inside the object instead of replacing it.
 */
@Lesson(
        value =
                "A converter makes a column of any class, also in queries; it sees null too, and its values had better be immutable.",
        level = WORKING,
        terms = {"AttributeConverter", "autoApply", "custom type", "mutable value", "converter and null"},
        sqlalchemy = "`TypeDecorator`, `MutableList.as_mutable`")
class ConvertersTest {

    private static final Shelfmark A7 = new Shelfmark("A", 7);

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("index-cards");

    @BeforeEach
    void stored() {
        jpa.given(em -> {
            em.persist(new IndexCard(1, Locale.CANADA_FRENCH, A7, "whale", "sea"));
            em.persist(new IndexCard(2, null, null, "moor"));
        });
    }

    @Nested
    class A_converter {

        @Test
        void makes_a_column_of_a_class_that_jpa_does_not_know() {
            var rows = jpa.show(
                    "table indexcard", jpa.rows("select language, shelf, keywords from indexcard order by id"));

            assertThat(rows.rows().get(0)).containsExactly("fr-CA", "A/7", "whale,sea");
            assertThat(read(1).shelf()).isEqualTo(A7);
            assertThat(read(1).keywords()).containsExactly("whale", "sea");
        }

        @Test
        void with_auto_apply_is_used_for_each_attribute_of_its_type() {
            assertThat(read(1).language()).isEqualTo(Locale.CANADA_FRENCH);
            jpa.note("No annotation stands at the attribute. So it is also what keeps a Locale from being serialized.");
        }

        @Test
        void is_given_null_and_may_store_something_else() {
            assertThat(jpa.rows("select language, shelf from indexcard where id = 2")
                            .rows())
                    .containsExactly(List.of("null", "nowhere"));
            assertThat(read(2).shelf()).isNull();
        }

        @Test
        void that_fails_makes_the_read_fail() {
            jpa.given(em -> em.createNativeQuery("update indexcard set shelf = 'A' where id = 1")
                    .executeUpdate());

            assertThatThrownBy(() -> read(1))
                    .isInstanceOf(PersistenceException.class)
                    .hasRootCauseInstanceOf(ArrayIndexOutOfBoundsException.class);
        }
    }

    @Nested
    class A_query {

        @Test
        void converts_its_parameters_and_its_results() {
            assertThat(idsWhere("c.shelf = :v", A7)).containsExactly(1);
            assertThat(idsWhere("c.shelf in :v", List.of(A7, new Shelfmark("B", 1))))
                    .containsExactly(1);
            Shelfmark found = jpa.callInTransaction(
                    em -> em.createQuery("select c.shelf from IndexCard c where c.id = 1", Shelfmark.class)
                            .getSingleResult());
            assertThat(found).isEqualTo(A7);
        }

        @Test
        void converts_a_parameter_that_is_null_while_is_null_asks_the_column() {
            assertThat(idsWhere("c.shelf = :v", null)).containsExactly(2);
            assertThat(idsWhere("c.shelf is null")).isEmpty();
        }

        @Test
        void takes_a_text_for_the_column_in_like_but_not_everywhere_from_a_parameter() {
            boolean refused = jpa.expect(
                    exception("a text parameter for like on a converted attribute is refused")
                            .write("a literal text in the query, or a second attribute")
                            .leftOpen("Like Expressions"),
                    on(HIBERNATE, true),
                    on(ECLIPSELINK, false));

            assertThat(idsWhere("c.shelf like 'A/%'")).containsExactly(1);
            assertThat(isRefused(() -> idsWhere("c.shelf like :v", "A/%"))).isEqualTo(refused);
        }

        @Test
        void does_not_compare_it_with_a_text_everywhere() {
            boolean refused = jpa.expect(
                    exception("a text compared with a converted attribute is refused")
                            .write("a parameter of the attribute's own type")
                            .leftOpen("Type Conversion of Basic Attributes"),
                    on(HIBERNATE, false),
                    on(ECLIPSELINK, true));

            assertThat(isRefused(() -> idsWhere("c.shelf = 'A/7'"))).isEqualTo(refused);
        }

        @Test
        void does_not_take_a_list_for_one_value_everywhere() {
            boolean refused = jpa.expect(
                    exception("a list as parameter for a converted list is refused")
                            .write("a class of your own around the list")
                            .leftOpen("Arguments to query parameters"),
                    on(HIBERNATE, false),
                    on(ECLIPSELINK, true));

            assertThat(isRefused(() -> idsWhere("c.keywords = :v", List.of("whale", "sea"))))
                    .isEqualTo(refused);
        }
    }

    @Nested
    class A_value_that_can_change {

        @Test
        void is_written_when_it_is_replaced() {
            assertThat(changed(card -> card.keywords(List.of("whale", "sea", "ship"))))
                    .hasUpdates(1);
        }

        @Test
        void is_not_written_when_an_equal_one_takes_its_place() {
            assertThat(changed(card -> card.keywords(List.of("whale", "sea")))).hasNoUpdates();
        }

        @Test
        void is_not_always_written_when_it_is_changed_in_place() {
            boolean written = jpa.expect(
                    data("a change inside a converted value is written")
                            .write("an immutable value, put in place of the old one")
                            .leftOpen("Type Conversion of Basic Attributes")
                            .since("|| weaving"),
                    on(HIBERNATE, true),
                    on(ECLIPSELINK, false));

            assertThat(changed(card -> card.keywords().add("ship"))).hasUpdates(written ? 1 : 0);
            assertThat(read(1).keywords().contains("ship")).isEqualTo(written);
        }

        private static SqlLog changed(Consumer<IndexCard> change) {
            return jpa.sqlOf(() -> jpa.runInTransaction(em -> change.accept(em.find(IndexCard.class, 1))));
        }
    }

    private static IndexCard read(int id) {
        return jpa.callInTransaction(em -> em.find(IndexCard.class, id));
    }

    private static List<Integer> idsWhere(String condition) {
        return jpa.callInTransaction(
                em -> em.createQuery("select c.id from IndexCard c where " + condition, Integer.class)
                        .getResultList());
    }

    private static List<Integer> idsWhere(String condition, Object value) {
        return jpa.callInTransaction(
                em -> em.createQuery("select c.id from IndexCard c where " + condition, Integer.class)
                        .setParameter("v", value)
                        .getResultList());
    }
}
