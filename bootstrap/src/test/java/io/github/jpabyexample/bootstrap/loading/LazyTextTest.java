package io.github.jpabyexample.bootstrap.loading;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.lesson.observation.Difference.data;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.loading.Paintings.Essay;
import io.github.jpabyexample.bootstrap.loading.Paintings.Listed;
import io.github.jpabyexample.bootstrap.loading.Paintings.Painting;
import io.github.jpabyexample.bootstrap.loading.Paintings.Report;
import io.github.jpabyexample.bootstrap.loading.UnwovenPaintings.UnwovenEssay;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.testing.sql.SqlStatement;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnitUtil;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A changed attribute is lost at commit, without an error: the entity has a {@code LAZY} text, and to read or to replace it
 * EclipseLink read the whole row, over the change. With plain Hibernate the text is not lazy at all.
 *
 * <p>Choose: an entity of its own for the text, with {@code @MapsId}; a query that selects records for a list. Who must live
 * with such a text flushes before it is read.
 *
 * <p>Try: read the text before {@code rename}.
 */
@Lesson(
        value =
                "A lazy text is read at once where nothing is woven, and where EclipseLink weaves, over your unsaved changes: give it an entity of its own.",
        level = EXPERT,
        terms = {"lazy basic", "Basic", "Lob", "large text", "lost change", "weaving", "bytecode enhancement", "flush"},
        sqlalchemy = "`deferred(mapped_column(Text))`")
class LazyTextTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("paintings", "pooled", Bootstrap::pooled);

    private static final String WEAVING = "weaving by EclipseLink's agent; Hibernate runs without enhancement";

    private static String titleIn(String table) {
        var title = jpa.rows("select title from " + table + " where id = 1");
        return title.rows().get(0).get(0);
    }

    @Nested
    class Three_essays_with_a_lazy_text {

        @BeforeEach
        void stored() {
            jpa.given(em -> List.of(1, 2, 3).forEach(id -> em.persist(new Essay(id, "Draft", "Call me Ishmael."))));
        }

        private List<Essay> essays(EntityManager em) {
            return em.createQuery("select e from Essay e", Essay.class).getResultList();
        }

        @Test
        void come_with_it_unless_they_are_woven() {
            boolean read = jpa.expect(
                    cost("a lazy text is read at once")
                            .write("an entity of its own for the text, or select records")
                            .leftOpen("Basic Annotation")
                            .because(WEAVING),
                    on(HIBERNATE, true),
                    on(ECLIPSELINK, false));
            PersistenceUnitUtil util = jpa.factory().getPersistenceUnitUtil();

            assertThat(jpa.callInTransaction(this::essays))
                    .hasSize(3)
                    .allSatisfy(one -> assertThat(util.isLoaded(one, "text")).isEqualTo(read));

            assertThat(jpa.sql()).hasSelects(1);
            assertThat(jpa.sql().toString().contains("body")).isEqualTo(read);
        }

        @Test
        void cost_a_select_of_the_whole_row_for_each_text_that_is_read_later_where_eclipselink_weaves_them() {
            int later = jpa.expect(
                    cost("selects for 3 lazy texts, when they are read")
                            .write("an entity of its own for the text: 1 select for each, on both")
                            .leftOpen("Basic Annotation")
                            .because(WEAVING),
                    on(HIBERNATE, 0),
                    on(ECLIPSELINK, 3));

            jpa.runInTransaction(
                    em -> assertThat(essays(em)).extracting(Essay::text).containsOnly("Call me Ishmael."));

            assertThat(jpa.sql()).hasSelects(1 + later);
            assertThat(jpa.sql().statements())
                    .extracting(SqlStatement::text)
                    .allSatisfy(select -> assertThat(select).containsIgnoringCase("title"));
        }

        @Test
        void keep_or_lose_an_unsaved_change_when_the_text_is_read_after_it() {
            jpa.runInTransaction(em -> {
                Essay essay = em.find(Essay.class, 1);
                essay.rename("Moby Dick");
                assertThat(essay.text()).isEqualTo("Call me Ishmael.");
            });

            assertThat(titleIn("essay"))
                    .isEqualTo(jpa.expect(
                            data("a changed attribute, after a lazy text was read and before commit")
                                    .write("em.flush() before, or an entity of its own for the text")
                                    .follows("Synchronization to the Database", HIBERNATE)
                                    .because(WEAVING),
                            on(HIBERNATE, "Moby Dick"),
                            on(ECLIPSELINK, "Draft")));
            jpa.note("The row is read once more, over the object: read the text first, or flush before.");
        }

        @Test
        void keep_or_lose_it_as_well_when_the_text_is_replaced_unread() {
            jpa.runInTransaction(em -> {
                Essay essay = em.find(Essay.class, 1);
                essay.rename("Moby Dick");
                essay.write("Some years ago");
            });

            assertThat(titleIn("essay"))
                    .isEqualTo(jpa.expect(
                            data("a changed attribute, after a lazy text was replaced and before commit")
                                    .write("an entity of its own for the text")
                                    .follows("Synchronization to the Database", HIBERNATE)
                                    .because(WEAVING),
                            on(HIBERNATE, "Moby Dick"),
                            on(ECLIPSELINK, "Draft")));
            assertThat(jpa.rows("select body from essay where id = 1").rows())
                    .containsExactly(List.of("Some years ago"));
        }

        @Test
        void keep_a_change_that_was_flushed_before_the_text_is_read() {
            jpa.runInTransaction(em -> {
                Essay essay = em.find(Essay.class, 1);
                essay.rename("Moby Dick");
                em.flush();
                assertThat(essay.text()).isEqualTo("Call me Ishmael.");
            });

            assertThat(titleIn("essay")).isEqualTo("Moby Dick");
        }

        @Test
        void leave_their_texts_in_the_database_on_every_provider_when_a_query_selects_records() {
            jpa.runInTransaction(
                    em -> assertThat(em.createQuery("""
                            select new io.github.jpabyexample.bootstrap.loading.Paintings$Listed(e.id, e.title)
                            from Essay e
                            where e.id = 1
                            """, Listed.class).getResultList())
                            .containsExactly(new Listed(1, "Draft")));

            assertThat(jpa.sql()).hasSelects(1).doesNotMention("body");
        }
    }

    @Nested
    class An_essay_whose_class_is_named_in_code_alone {

        @Test
        void comes_with_its_lazy_text_on_every_provider() {
            try (EntityManagerFactory unwoven = UnwovenPaintings.open(jpa.dataSource(), UnwovenEssay.class)) {
                unwoven.runInTransaction(em -> em.persist(new UnwovenEssay(1, "Call me Ishmael.")));

                var sent = jpa.sqlOf(() -> {
                    UnwovenEssay essay = unwoven.callInTransaction(em -> em.find(UnwovenEssay.class, 1));
                    assertThat(unwoven.getPersistenceUnitUtil().isLoaded(essay, "text"))
                            .isTrue();
                });

                assertThat(sent).hasSelects(1).mentions("body");
            }
        }
    }

    @Nested
    class A_text_that_is_an_entity_with_the_id_of_its_painting {

        @BeforeEach
        void stored() {
            jpa.given(em -> {
                var emma = new Painting(1, "Draft");
                em.persist(emma);
                em.persist(new Report(emma, "Cleaned in 1815."));
            });
        }

        @Test
        void is_not_read_with_the_painting_on_any_provider() {
            jpa.runInTransaction(
                    em -> assertThat(em.find(Painting.class, 1).title()).isEqualTo("Draft"));

            assertThat(jpa.sql()).mentions("from painting").doesNotMention("report");
        }

        @Test
        void is_found_by_that_id_and_leaves_unsaved_changes_as_they_are() {
            jpa.runInTransaction(em -> {
                em.find(Painting.class, 1).rename("Emma");

                var sent = jpa.sqlOf(
                        () -> assertThat(em.find(Report.class, 1).text()).isEqualTo("Cleaned in 1815."));

                assertThat(sent).hasSelects(1).mentions("body");
            });

            assertThat(titleIn("painting")).isEqualTo("Emma");
        }
    }
}
