package io.github.jpabyexample.models.hibernate;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
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
 * An old table holds {@code Y} and {@code N}, and the attribute that you want for it is a {@code boolean}. Hibernate
 * brings a converter for just that, {@code YesNoConverter}, which {@code @Convert} or a mapping file can name.
 *
 * <p>Choose: an {@code AttributeConverter} of your own: a few lines that every provider runs; the one that Hibernate
 * brings where nothing but Hibernate will ever read the mapping.
 *
 * <p>Try: name {@code org.hibernate.type.TrueFalseConverter} in the mapping file, and look at the rows.
 */
@Lesson(
        value = "Not portable: Hibernate has a converter of its own for Y and N, which its mapping file can name.",
        level = WORKING,
        terms = {"YesNoConverter", "@Convert", "attribute converter", "boolean as Y and N", "legacy table", "yes_no"},
        sqlalchemy = "`TypeDecorator`")
@OnlyOn(
        value = HIBERNATE,
        because = "the converter is a class of Hibernate's; EclipseLink's way is in ObjectTypeConverterTest")
class YesNoConverterTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("hibernate-custom-type");

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
