package io.github.jpabyexample.models.hibernate;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.OnlyOn;
import io.github.jpabyexample.models.beyond.IndexCard;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Each card has other details, and you want them in one column of the type {@code json} or {@code jsonb}. Hibernate's
 * {@code @JdbcTypeCode(SqlTypes.JSON)}, here in its mapping file, stores a map there, and JPQL asks for one of its values.
 *
 * <p>Choose: on any provider, an {@code AttributeConverter} to text, which the database cannot look into, or an element
 * collection with a row for each detail; Hibernate's type where the database has to look into the JSON.
 *
 * <p>Try: ask for the card whose {@code $.place} is Bath.
 */
@Lesson(
        value =
                "Not portable: Hibernate stores a map as JSON in a column of the database's own type, and asks for what is in it.",
        level = WORKING,
        terms = {"@JdbcTypeCode", "SqlTypes.JSON", "JSON column", "jsonb", "json_value", "map as JSON"},
        sqlalchemy = "`JSON`, `JSONB`")
@OnlyOn(
        value = HIBERNATE,
        because =
                "jdbc-type-name is Hibernate's own; EclipseLink's JSON is in org.eclipse.persistence.json, another artifact")
class JsonColumnTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("hibernate-json");

    @BeforeEach
    void stored() {
        jpa.given(em -> {
            em.persist(new IndexCard(1L, Map.of("binding", "leather", "place", "Bath")));
            em.persist(new IndexCard(2L, Map.of("binding", "paper")));
        });
    }

    @Nested
    class A_map_of_details {

        @Test
        void is_in_a_column_of_the_databases_own_type() {
            assertThat(jpa.rows("""
                            select lower(data_type) from information_schema.columns
                            where table_schema = current_schema and lower(table_name) = 'index_card'
                              and lower(column_name) = 'details'
                            """).rows()).first().isIn(List.of("json"), List.of("jsonb"));
        }

        @Test
        void comes_back_as_a_map() {
            jpa.runInTransaction(em -> assertThat(em.find(IndexCard.class, 1L).details())
                    .containsExactlyInAnyOrderEntriesOf(Map.of("binding", "leather", "place", "Bath")));
        }

        @Test
        void is_asked_for_one_of_its_values_by_the_database() {
            jpa.runInTransaction(em -> assertThat(em.createQuery(
                                    "select c.id from IndexCard c where json_value(c.details, '$.binding') = 'paper'",
                                    Long.class)
                            .getResultList())
                    .containsExactly(2L));
            jpa.note("A library for JSON must be on the class path, and a property allows the functions."
                    + " On any provider: an AttributeConverter to text, which the database cannot look into.");
        }
    }
}
