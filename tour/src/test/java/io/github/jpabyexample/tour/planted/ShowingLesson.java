package io.github.jpabyexample.tour.planted;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.answer;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.catalog.Author;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Lesson(value = "A lesson may open two units, show tables, and say what differs.", level = WORKING)
class ShowingLesson {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore");

    @RegisterExtension
    static final LessonUnit cached = jpa.with("jakarta.persistence.sharedCache.mode", "ALL");

    @Nested
    class Three_authors {

        @BeforeEach
        void stored() {
            jpa.given(em -> {
                // Born in this order.
                for (String name : List.of("Jane Austen", "Mary Shelley", "Emily Brontë")) {
                    em.persist(new Author(name, 1775, 1817));
                }
            });
        }

        @Test
        void are_written_in_one_batch() {
            jpa.runInTransaction(em ->
                    List.of("Anne Brontë", "George Eliot").forEach(name -> em.persist(new Author(name, 1819, 1880))));

            jpa.show("all authors", jpa.rows("select name from author order by name"));
            jpa.note("Rows of one table go to the database together.");
            String initial = jpa.expect(
                    answer("initial letter of the provider").write("nothing").unspecified(),
                    on(HIBERNATE, "h"),
                    on(ECLIPSELINK, "e"));
            assertThat(jpa.stack().provider()).startsWith(initial);
            assertThat(jpa.sql()).hasInserts(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Jane Austen", "Mary Shelley"})
        void are_found_by(String name) {
            List<Author> found = jpa.callInTransaction(
                    em -> em.createQuery("select a from Author a where a.name = :name", Author.class)
                            .setParameter("name", name)
                            .getResultList());

            assertThat(found).hasSize(1);
            assertThat(jpa.sql()).hasSelects(1);
        }
    }
}
