package io.github.jpabyexample.models.hibernate;

import static io.github.jpabyexample.lesson.Level.EXPERT;
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
 * An old table has Y and N where your entity has a boolean.
 *
 * <p>Choose: an AttributeConverter of your own on any provider: it is ten lines. The provider's converter saves these.
 *
 * <p>Try: store a value that is neither.
 */
@Lesson(
        value = "Not portable: Hibernate has converters and types of its own, which its mapping file can name.",
        level = EXPERT,
        terms = {"YesNoConverter", "boolean as Y or N", "legacy table", "@JdbcTypeCode", "Hibernate"},
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
