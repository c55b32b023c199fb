package io.github.jpabyexample.models.metadata;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.metadata.Posters.Complete;
import io.github.jpabyexample.models.metadata.Posters.Plain;
import io.github.jpabyexample.models.metadata.Posters.Poster;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A class comes from elsewhere and has no annotations, or one installation needs another table name than the annotation
 * says, and you can't, or don't want to, compile it anew.
 *
 * <p>Choose: annotations in your own classes. A mapping file ({@code orm.xml}) for classes that must not know JPA, and for
 * what differs from place to place; {@code metadata-complete} where the annotations of a class must not count at all.
 *
 * <p>Try: take {@code metadata-complete} of {@code Complete} out of the mapping file.
 */
@Lesson(
        value = "A mapping file maps classes that know no JPA, and says more than their annotations where both speak.",
        level = EXPERT,
        terms = {
            "orm.xml",
            "mapping file",
            "XML mapping",
            "metadata-complete",
            "override annotations",
            "entity without annotations",
            "named query"
        },
        entities = {Plain.class, Poster.class, Complete.class},
        sqlalchemy = "imperative mapping, `registry.map_imperatively`")
class OrmXmlTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("posters");

    @Nested
    class A_class_without_annotations {

        @Test
        void is_an_entity_as_soon_as_the_file_maps_it() {
            jpa.given(em -> em.persist(new Plain(1L, "Read!")));

            assertThat(jpa.show("table plain_poster", jpa.rows("select id, words from plain_poster"))
                            .rows())
                    .containsExactly(List.of("1", "Read!"));
            jpa.runInTransaction(em -> {
                Plain read = em.createQuery("select p from Plain p where p.slogan = 'Read!'", Plain.class)
                        .getSingleResult();
                assertThat(read.slogan()).isEqualTo("Read!");
                assertThat(read.draft()).isNull();
            });
        }
    }

    @Nested
    class A_class_with_annotations {

        @Test
        void has_the_table_and_column_of_the_file_and_keeps_what_the_file_does_not_mention() {
            jpa.given(em -> em.persist(new Poster(1L, "Read more!", 200)));

            assertThat(jpa.show("table poster_of_xml", jpa.rows("select * from poster_of_xml"))
                            .columns())
                    .containsExactlyInAnyOrder("id", "slogan_of_xml", "height_of_annotation");
            assertThat(columns("poster_of_annotation")).isEmpty();
        }

        @Test
        void has_the_query_that_the_file_adds() {
            jpa.given(em -> {
                em.persist(new Poster(1L, "Read more!", 200));
                em.persist(new Poster(2L, "Read on!", 100));
            });

            jpa.runInTransaction(em -> assertThat(
                            em.createNamedQuery("Poster.large", Poster.class).getResultList())
                    .extracting(Poster::slogan)
                    .containsExactly("Read more!"));
            jpa.note("So an installation can change names and add queries without compiling anything.");
        }
    }

    @Nested
    class A_class_whose_mapping_in_the_file_is_complete {

        @Test
        void has_nothing_of_its_annotations() {
            jpa.given(em -> em.persist(new Complete(1L, "Read!")));

            assertThat(columns("complete_poster")).containsExactlyInAnyOrder("id", "slogan");
            assertThat(columns("complete_of_annotation")).isEmpty();
        }
    }

    private static List<String> columns(String table) {
        return jpa
                .rows("select lower(column_name) from information_schema.columns where table_schema = current_schema"
                        + " and lower(table_name) = '" + table + "'")
                .rows()
                .stream()
                .map(row -> row.get(0))
                .toList();
    }
}
