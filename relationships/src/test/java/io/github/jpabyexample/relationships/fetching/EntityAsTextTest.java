package io.github.jpabyexample.relationships.fetching;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.answer;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * You log an entity, or return it from a web service, and selects are sent that nobody asked for, or you get a
 * StackOverflowError, or "Document nesting depth exceeds the maximum allowed", or a property hibernateLazyInitializer. A
 * generated toString, Lombok's {@code @Data} and a serializer read every attribute, and some are associations.
 *
 * <p>Choose: a record for what leaves the program, selected by the query; a toString of the id and plain columns alone.
 *
 * <p>Try: leave the band out of the song's toString.
 */
@Lesson(
        value =
                "Who turns an entity into text reads its associations: each is loaded, and two sides go round in a circle.",
        level = WORKING,
        terms = {
            "toString",
            "Lombok @Data",
            "JSON",
            "Jackson",
            "infinite recursion",
            "DTO",
            "bidirectional association",
            "proxy"
        },
        messages = {
            "StackOverflowError",
            "No serializer found for class org.hibernate.proxy.pojo.bytebuddy.ByteBuddyInterceptor"
        },
        sqlalchemy = "`__repr__` that reads a `relationship`; a schema class such as Pydantic's")
class EntityAsTextTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bands", "pooled", Bootstrap::pooled);

    private static final JsonMapper JSON = JsonMapper.shared();

    @Nested
    class A_band_with_two_songs {

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(new Band("The Quarrymen", "Cumberland Gap", "Puttin' on the Style")));
        }

        @Test
        void has_its_songs_loaded_by_a_toString_of_all_attributes_or_not() {
            jpa.runInTransaction(em -> {
                Band band = band(em);

                assertThat(textOf(band))
                        .isEqualTo(jpa.expect(
                                exception(
                                                "toString of an entity that reads a lazy collection, whose elements read it back")
                                        .write("a toString of the id and plain columns alone")
                                        .unspecified(),
                                on(HIBERNATE, "StackOverflowError"),
                                on(ECLIPSELINK, "Band(name=The Quarrymen, songs={IndirectList: not instantiated})")));
            });

            assertThat(jpa.sql())
                    .hasSelects(jpa.expect(
                            cost("selects for an entity whose toString reads a lazy collection")
                                    .write("a toString of the id and plain columns alone")
                                    .unspecified(),
                            on(HIBERNATE, 2),
                            on(ECLIPSELINK, 1)));
        }

        @Test
        void goes_round_in_a_circle_by_toString_on_every_provider_once_its_songs_are_loaded() {
            jpa.runInTransaction(em -> {
                Band band = band(em);
                assertThat(band.getSongs()).hasSize(2);

                assertThat(textOf(band)).isEqualTo("StackOverflowError");
            });
        }

        @Test
        void goes_round_in_a_circle_as_JSON_until_the_serializer_gives_up() {
            jpa.runInTransaction(em -> assertThatThrownBy(() -> JSON.writeValueAsString(band(em)))
                    .isInstanceOf(JacksonException.class)
                    .hasMessageContaining("nesting depth"));
        }

        @Test
        void is_a_record_in_one_select_and_its_JSON_has_what_was_asked_for() {
            List<ListedBand> listed = jpa.callInTransaction(
                    em -> em.createQuery("""
                            select new io.github.jpabyexample.relationships.fetching.ListedBand(b.name, count(s))
                            from Band b left join b.songs s
                            group by b.name
                            """, ListedBand.class).getResultList());

            assertThat(JSON.writeValueAsString(listed)).isEqualTo("[{\"band\":\"The Quarrymen\",\"songs\":2}]");
            assertThat(jpa.sql()).hasSelects(1);
        }

        private static Band band(EntityManager em) {
            return em.find(Band.class, "The Quarrymen");
        }
    }

    @Nested
    class A_band_without_songs {

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(new Band("The Silent")));
        }

        @Test
        void has_what_the_provider_adds_to_a_reference_in_its_JSON() {
            jpa.runInTransaction(em -> {
                Band reference = em.getReference(Band.class, "The Silent");

                assertThat(JSON.writeValueAsString(reference))
                        .isEqualTo(jpa.expect(
                                answer("a reference as JSON")
                                        .write("a record, never the entity")
                                        .unspecified(),
                                on(HIBERNATE, "{\"hibernateLazyInitializer\":{},\"name\":\"The Silent\",\"songs\":[]}"),
                                on(ECLIPSELINK, "{\"name\":\"The Silent\",\"songs\":[]}")));
            });
        }
    }

    private static String textOf(Object entity) {
        try {
            return entity.toString();
        } catch (StackOverflowError e) {
            return "StackOverflowError";
        }
    }
}
