package io.github.jpabyexample.bootstrap.loading;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.lesson.observation.Difference.data;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.Connections;
import io.github.jpabyexample.bootstrap.PoolSettings;
import io.github.jpabyexample.bootstrap.SchemaAction;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.bootstrap.loading.Paintings.Essay;
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
 * Lists are slow because each row brings a long text that nobody looks at.
 *
 * <p>Choose: a query into records for lists, or an entity of its own for the text. A lazy attribute only where you
 * know who weaves it.
 *
 * <p>Try: change the title, then read the lazy text.
 */
@Lesson(
        value =
                "A lazy text is read at once where nothing is woven, and where EclipseLink weaves, over your unsaved changes: give it an entity of its own.",
        level = EXPERT,
        terms = {"lazy basic attribute", "@Basic(fetch = LAZY)", "large text", "@Lob lazy"},
        sqlalchemy = "`deferred(mapped_column(Text))`")
class LazyTextTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("paintings", "pooled", Bootstrap::pooled);

    /** What a list shows of an essay. */
    public record Listed(int id, String title) {}

    private static String titleIn(String table) {
        return jpa.rows("select title from " + table + " where id = 1")
                .rows()
                .get(0)
                .get(0);
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
                            .write("a query into records, or an entity of its own for the text")
                            .leftOpen("Basic Annotation")
                            .since("|| weaving; Hibernate would need its enhancement at build time"),
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
        void cost_a_select_of_the_whole_row_for_each_text_that_is_read_later() {
            int later = jpa.expect(
                    cost("selects for 3 lazy texts, when they are read")
                            .write("a query into records, or an entity of its own for the text")
                            .leftOpen("Basic Annotation")
                            .since("|| weaving"),
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
                                    .write("read the text first, or flush before; best give it an entity of its own")
                                    .follows("Synchronization to the Database", HIBERNATE)
                                    .since("|| weaving"),
                            on(HIBERNATE, "Moby Dick"),
                            on(ECLIPSELINK, "Draft")));
            jpa.note(
                    "The row is read once more, over the object. Who must live with such a text reads it first, or flushes before.");
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
                                    .write("flush before, or give the text an entity of its own")
                                    .follows("Synchronization to the Database", HIBERNATE)
                                    .since("|| weaving"),
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
                            select new io.github.jpabyexample.bootstrap.loading.LazyTextTest$Listed(e.id, e.title)
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
            try (EntityManagerFactory unwoven = Bootstrap.open(UnitSettings.named("essays, not woven")
                    .withClasses(UnwovenEssay.class)
                    .withConnections(new Connections.Pooled(jpa.dataSource()))
                    .withPool(PoolSettings.ofSize(2))
                    .withSchema(SchemaAction.CREATE)
                    .withProperty("jakarta.persistence.sharedCache.mode", "NONE"))) {
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
