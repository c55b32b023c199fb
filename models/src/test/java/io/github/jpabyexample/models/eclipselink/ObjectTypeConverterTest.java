package io.github.jpabyexample.models.eclipselink;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.OnlyOn;
import io.github.jpabyexample.models.beyond.Offer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An old table holds {@code Y} and {@code N}, and the attribute that you want for it is a {@code boolean}. EclipseLink's
 * {@code @ObjectTypeConverter}, here in its mapping file, pairs each value of the column with one of the attribute.
 *
 * <p>Choose: an {@code AttributeConverter} of your own: a few lines that every provider runs; the pairs of EclipseLink
 * where you want no class for them, and nothing but EclipseLink will ever read the mapping.
 *
 * <p>Try: take the pair for {@code N} out of the mapping file, and read both offers.
 */
@Lesson(
        value = "Not portable: EclipseLink's mapping file can pair the values of a column with those of an attribute.",
        level = WORKING,
        terms = {
            "@ObjectTypeConverter",
            "@ConversionValue",
            "@Convert",
            "attribute converter",
            "boolean as Y and N",
            "legacy table"
        },
        sqlalchemy = "`TypeDecorator`")
@OnlyOn(
        value = ECLIPSELINK,
        because = "object-type-converter is EclipseLink's own; Hibernate's way is in YesNoConverterTest")
class ObjectTypeConverterTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("eclipselink-custom-type");

    @BeforeEach
    void stored() {
        jpa.given(em -> {
            var spring = new Offer(1L, "SPRING", "Three for two");
            spring.withdraw();
            em.persist(spring);
            em.persist(new Offer(2L, "SUMMER", "Two for one"));
        });
    }

    @Nested
    class A_boolean_of_an_old_table {

        @Test
        void is_stored_as_Y_or_N() {
            assertThat(jpa.show("table offer", jpa.rows("select code, withdrawn from offer order by code"))
                            .rows())
                    .containsExactly(List.of("SPRING", "Y"), List.of("SUMMER", "N"));
        }

        @Test
        void is_a_boolean_again_when_it_is_read_and_in_queries() {
            jpa.runInTransaction(em -> {
                assertThat(em.find(Offer.class, 1L).withdrawn()).isTrue();
                assertThat(em.createQuery("select o.code from Offer o where o.withdrawn = false", String.class)
                                .getResultList())
                        .containsExactly("SUMMER");
            });
            jpa.note("On any provider: an AttributeConverter of your own, named in the mapping or applied by itself.");
        }
    }
}
