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
 * A class of your own should be one column, and so should a list of words. The converter works, until Hibernate refuses
 * a query with {@code like}, and EclipseLink never writes what {@code keywords().add("ship")} has changed.
 *
 * <p>Choose: a converter for a value that is one column, best with a record, which cannot change; {@code autoApply}
 * where each attribute of the type is stored so; an embeddable for a value of several columns; an element collection for
 * words that a query asks for one by one.
 *
 * <p>Try: let {@code ShelfmarkText} store null for null, and run both queries for a card without a shelf.
 */
@Lesson(
        value =
                "A converter makes a column of any class, also in queries; it sees null too, and its values had better be immutable.",
        level = WORKING,
        terms = {"AttributeConverter", "@Convert", "autoApply", "custom type", "mutable value", "dirty checking"},
        messages = {
            "has an incompatible type",
            "Error attempting to apply AttributeConverter",
            "An exception occurred while calling convertToDatabaseColumn on converter class"
        },
        sqlalchemy = "`TypeDecorator`, `MutableList.as_mutable`")
class ConvertersTest {

    private static final String CONVERSION = "Type Conversion of Basic Attributes";
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
        void takes_a_text_for_the_column_in_like_but_as_a_parameter_not_on_Hibernate() {
            boolean refused = jpa.expect(
                    exception("a text parameter for like on a converted attribute is refused")
                            .write("like concat(:v, '%'): the parameter is a text then, on both")
                            .leftOpen(CONVERSION),
                    on(HIBERNATE, true),
                    on(ECLIPSELINK, false));

            assertThat(idsWhere("c.shelf like 'A/%'")).containsExactly(1);
            assertThat(idsWhere("c.shelf like concat(:v, '%')", "A/")).containsExactly(1);
            assertThat(isRefused(() -> idsWhere("c.shelf like :v", "A/%"))).isEqualTo(refused);
        }

        @Test
        void compares_it_with_a_text_on_Hibernate_but_not_on_EclipseLink() {
            boolean refused = jpa.expect(
                    exception("a text compared with a converted attribute is refused")
                            .write("a parameter of the attribute's own type: found on both")
                            .leftOpen(CONVERSION),
                    on(HIBERNATE, false),
                    on(ECLIPSELINK, true));

            assertThat(isRefused(() -> idsWhere("c.shelf = 'A/7'"))).isEqualTo(refused);
        }

        @Test
        void takes_a_list_for_one_value_on_Hibernate_but_not_on_EclipseLink() {
            boolean refused = jpa.expect(
                    exception("a list as parameter for a converted list is refused")
                            .write("a class of your own around the list: what is no collection is converted on both")
                            .follows(CONVERSION, HIBERNATE),
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
        void is_written_by_Hibernate_but_not_by_EclipseLink_when_it_is_changed_in_place() {
            boolean written = jpa.expect(
                    data("a change inside a converted value is written")
                            .write("a new value in place of the old one: one update on both")
                            .follows("Synchronization to the Database", HIBERNATE),
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
