package io.github.jpabyexample.models.values;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.data;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A list has {@code @OrderBy("date desc")}, and on EclipseLink the oldest comes first. Or a list that was just filled
 * has another order than the same list after it was read.
 *
 * <p>Choose: {@code @OrderBy} where each reader wants one order by an attribute; {@code @OrderColumn} where the order
 * itself is what users set; {@code order by} in a query where readers want different orders.
 *
 * <p>Try: refresh the new chapter after a flush, and look at its list again.
 */
@Lesson(
        value =
                "The direction in @OrderBy is written in capitals: EclipseLink takes desc for ascending, and says nothing.",
        level = BASIC,
        terms = {"@OrderBy", "order of a collection", "sorted list", "descending", "DESC", "@OrderColumn"},
        sqlalchemy = "`relationship(order_by=…)`")
class OrderByTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("chapters");

    @Nested
    class A_list_with_an_order {

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(new Chapter(1)));
        }

        @Test
        void is_sorted_by_the_database_when_it_is_read() {
            assertThat(read(Chapter::upper)).containsExactly(3, 2, 1);
            assertThat(jpa.sql()).mentions("order by").mentions("desc");
        }

        @Test
        void of_no_attribute_is_sorted_by_the_id() {
            assertThat(read(Chapter::plain)).containsExactly(21, 22, 23);
        }

        @Test
        void in_small_letters_is_sorted_the_other_way_by_EclipseLink() {
            String order = jpa.expect(
                    data("@OrderBy(\"number desc\") in small letters")
                            .write("ASC and DESC in capitals")
                            .leftOpen("OrderBy Annotation"),
                    on(HIBERNATE, "[13, 12, 11]"),
                    on(ECLIPSELINK, "[11, 12, 13]"));

            assertThat(read(Chapter::lower)).hasToString(order);
        }

        private static List<Integer> read(Function<Chapter, List<Integer>> pages) {
            return jpa.callInTransaction(em -> pages.apply(em.find(Chapter.class, 1)));
        }
    }

    @Nested
    class A_new_list {

        @Test
        void keeps_the_order_in_which_it_was_filled_until_it_is_read() {
            var chapter = new Chapter(1);

            jpa.runInTransaction(em -> em.persist(chapter));

            assertThat(chapter.upper()).containsExactly(2, 1, 3);
        }
    }
}
