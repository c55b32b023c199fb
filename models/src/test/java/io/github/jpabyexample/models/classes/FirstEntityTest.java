package io.github.jpabyexample.models.classes;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.testing.Rows;
import jakarta.persistence.PersistenceException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * You know SQL, and your program has objects: who writes the insert, and who makes an object of a row again? An entity is a
 * class with {@code @Entity}, whose objects are rows and whose fields are columns, and {@code @Id} marks the field of the
 * primary key.
 *
 * <p>Choose: name a column where the field's name will not do, and say {@code nullable = false} for what must not be null.
 * Leave the id to {@code @GeneratedValue}. The class stands in persistence.xml, in the unit whose factory you open.
 *
 * <p>Try: add a field with {@code @Column(unique = true)}, and persist two novels with the same value in it.
 */
@Lesson(
        value =
                "An entity is a class whose objects are rows: the mapping says which column holds what, and JPA goes both ways.",
        level = BASIC,
        terms = {
            "entity",
            "primary key",
            "persist",
            "find",
            "object/relational mapping",
            "persistence context",
            "not null"
        },
        messages = {
            "not-null property references a null or transient value",
            "violates not-null constraint",
            "NULL not allowed for column"
        },
        sqlalchemy = "`class Novel(DeclarativeBase)`, `Mapped[str]`, `mapped_column(String(100))`")
class FirstEntityTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("novels");

    @Nested
    class A_new_novel {

        private final Novel emma = new Novel("Emma", 1815);

        @Test
        void has_its_id_once_it_is_persisted_and_its_row_at_commit() {
            assertThat(emma.id()).isNull();

            jpa.runInTransaction(em -> {
                em.persist(emma);

                assertThat(emma.id()).isNotNull();
                assertThat(jpa.sql()).hasNoInserts();
            });

            assertThat(jpa.sql()).insertsInto("novel", 1);
        }

        @Test
        void becomes_one_row_whose_columns_the_mapping_names() {
            jpa.runInTransaction(em -> em.persist(emma));

            Rows row = jpa.show("table novel", jpa.rows("select title, first_published from novel"));
            assertThat(row.rows()).containsExactly(List.of("Emma", "1815"));
            jpa.note(
                    "The table has the name of the class, and a column that of its field, unless the mapping says another.");
        }
    }

    @Nested
    class A_stored_novel {

        private final Novel emma = new Novel("Emma", 1815);

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(emma));
        }

        @Test
        void comes_back_as_it_was_in_one_select() {
            Novel read = jpa.callInTransaction(em -> em.find(Novel.class, emma.id()));

            assertThat(read).isNotSameAs(emma);
            assertThat(read.title()).isEqualTo("Emma");
            assertThat(read.year()).isEqualTo(1815);
            assertThat(jpa.sql()).hasSelects(1);
        }

        @Test
        void is_the_same_object_each_time_it_is_found_in_one_persistence_context() {
            jpa.runInTransaction(em -> {
                Novel first = em.find(Novel.class, emma.id());
                Novel second = em.find(Novel.class, emma.id());

                assertThat(second).isSameAs(first);
            });

            assertThat(jpa.sql()).hasSelects(1);
            jpa.note(
                    "A persistence context is what one EntityManager knows: one object for a row, and no select for it again.");
        }
    }

    @Nested
    class A_novel_without_a_title {

        @Test
        void is_refused_by_Hibernate_without_an_insert_and_on_EclipseLink_by_the_database() {
            var untitled = new Novel(null, 1815);

            assertThatThrownBy(() -> jpa.runInTransaction(em -> em.persist(untitled)))
                    .isInstanceOf(PersistenceException.class);

            assertThat(jpa.sql())
                    .hasInserts(jpa.expect(
                            cost("inserts sent for a null in a column with nullable = false")
                                    .write("catch PersistenceException, which both throw")
                                    .leftOpen("Column Annotation")
                                    .because("hibernate.check_nullability, which is true by itself"),
                            on(HIBERNATE, 0),
                            on(ECLIPSELINK, 1)));
            assertThat(jpa.rows("select title from novel").rows()).isEmpty();
        }
    }
}
