package io.github.jpabyexample.bootstrap.loading;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.loading.Paintings.Frame;
import io.github.jpabyexample.bootstrap.loading.Paintings.Painting;
import io.github.jpabyexample.bootstrap.loading.Paintings.Report;
import io.github.jpabyexample.bootstrap.loading.UnwovenPaintings.UnwovenFrame;
import io.github.jpabyexample.bootstrap.loading.UnwovenPaintings.UnwovenPainting;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnitUtil;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A list costs one select more for each of its rows, though the {@code @OneToOne} is {@code LAZY}: on the side without the
 * column only a select can tell whether there is anything on the other side.
 *
 * <p>Choose: no attribute on that side, and a query from the other one. Where you need both sides, {@code join fetch}: one
 * select on every provider.
 *
 * <p>Try: store a fourth painting without a frame, and count.
 */
@Lesson(
        value =
                "A lazy one-to-one costs a select for each row on the side without the column, unless classes are woven; where EclipseLink can't weave, on both sides.",
        level = EXPERT,
        terms = {"OneToOne", "mappedBy", "owning side", "inverse side", "lazy loading", "N+1", "MapsId", "enhancement"},
        sqlalchemy = "`relationship(uselist=False)`: always lazy, unless `lazy=\"joined\"`")
class LazyOneToOneTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("paintings", "pooled", Bootstrap::pooled);

    @BeforeEach
    void three_paintings_of_which_two_are_framed() {
        jpa.given(em -> {
            var emma = new Painting(1, "Emma");
            var jo = new Painting(2, "Jo");
            for (Painting painting : List.of(emma, jo, new Painting(3, "Nobody"))) {
                em.persist(painting);
                em.persist(new Report(painting, "Cleaned in 1815."));
            }
            em.persist(new Frame(1, "oak", emma));
            em.persist(new Frame(2, "pine", jo));
        });
    }

    private static <T> List<T> all(EntityManagerFactory unit, Class<T> type) {
        return unit.callInTransaction(em -> em.createQuery("select e from " + type.getSimpleName() + " e", type)
                .getResultList());
    }

    @Nested
    class Paintings_whose_frames_have_the_column {

        @Test
        void cost_a_select_more_for_each_framed_or_not_unless_they_are_woven() {
            boolean asked = jpa.expect(
                    cost("a lazy one-to-one without a column is read at once")
                            .write("left join fetch, or no attribute on the side without the column")
                            .leftOpen("OneToOne Annotation")
                            .because("weaving by EclipseLink's agent; Hibernate runs without enhancement"),
                    on(HIBERNATE, true),
                    on(ECLIPSELINK, false));
            PersistenceUnitUtil util = jpa.factory().getPersistenceUnitUtil();

            List<Painting> paintings = all(jpa.factory(), Painting.class);

            assertThat(jpa.sql()).hasSelects(asked ? 1 + 3 : 1);
            assertThat(paintings)
                    .hasSize(3)
                    .allSatisfy(one -> assertThat(util.isLoaded(one, "frame")).isEqualTo(asked));
            jpa.note("Is there a frame, or null in its place? Without a column only a select can tell.");
        }

        @Test
        void cost_as_many_on_every_provider_when_each_is_asked_for_its_frame() {
            jpa.runInTransaction(
                    em -> assertThat(em.createQuery("select p from Painting p order by p.id", Painting.class)
                                    .getResultList())
                            .extracting(one ->
                                    one.frame() == null ? "none" : one.frame().wood())
                            .containsExactly("oak", "pine", "none"));

            assertThat(jpa.sql()).hasSelects(1 + 3);
        }

        @Test
        void cost_one_select_with_a_join_fetch() {
            jpa.runInTransaction(em -> assertThat(em.createQuery(
                                    "select p from Painting p left join fetch p.frame order by p.id", Painting.class)
                            .getResultList())
                    .extracting(
                            one -> one.frame() == null ? "none" : one.frame().wood())
                    .containsExactly("oak", "pine", "none"));

            assertThat(jpa.sql()).hasSelects(1);
        }
    }

    @Nested
    class The_side_that_has_the_column {

        @Test
        void is_lazy_on_every_provider() {
            PersistenceUnitUtil util = jpa.factory().getPersistenceUnitUtil();

            assertThat(all(jpa.factory(), Frame.class))
                    .hasSize(2)
                    .allSatisfy(
                            one -> assertThat(util.isLoaded(one, "painting")).isFalse());
            assertThat(jpa.sql()).hasSelects(1);
        }

        @Test
        void needs_no_other_side_for_a_query_finds_it_from_there() {
            jpa.runInTransaction(em -> assertThat(
                            em.createQuery("select f from Frame f where f.painting.id = :painting", Frame.class)
                                    .setParameter("painting", 1)
                                    .getSingleResult()
                                    .wood())
                    .isEqualTo("oak"));

            assertThat(jpa.sql()).hasSelects(1);
            jpa.note("Best leave the attribute without a column out: what isn't there can't be read at once.");
        }

        @Test
        void is_read_one_by_one_at_commit_or_not_where_the_column_is_the_key_by_maps_id() {
            PersistenceUnitUtil util = jpa.factory().getPersistenceUnitUtil();

            jpa.runInTransaction(em -> {
                assertThat(em.createQuery("select r from Report r", Report.class)
                                .getResultList())
                        .hasSize(3)
                        .allSatisfy(one ->
                                assertThat(util.isLoaded(one, "painting")).isFalse());
                assertThat(jpa.sql()).hasSelects(1);
            });

            assertThat(jpa.sql())
                    .hasSelects(jpa.expect(
                            cost("selects for 3 entities with @MapsId and a lazy parent, after a commit that changes nothing")
                                    .write("an id and a column of its own, as Frame has: 1 on both")
                                    .leftOpen("MapsId Annotation"),
                            on(HIBERNATE, 1),
                            on(ECLIPSELINK, 1 + 3)));
            jpa.note("On every provider 1: with an id and a column of its own, as the frame has.");
        }
    }

    @Nested
    class The_same_named_in_code_alone {

        private EntityManagerFactory unwoven;

        @BeforeEach
        void three_framed_paintings() {
            unwoven = UnwovenPaintings.open(jpa.dataSource(), UnwovenPainting.class, UnwovenFrame.class);
            unwoven.runInTransaction(em -> List.of(1, 2, 3).forEach(id -> {
                var painting = new UnwovenPainting(id);
                em.persist(painting);
                em.persist(new UnwovenFrame(id, painting));
            }));
        }

        @AfterEach
        void close() {
            unwoven.close();
        }

        @Test
        void costs_a_select_more_for_each_on_every_provider() {
            PersistenceUnitUtil util = unwoven.getPersistenceUnitUtil();

            var sent = jpa.sqlOf(() -> assertThat(all(unwoven, UnwovenPainting.class))
                    .hasSize(3)
                    .allSatisfy(one -> assertThat(util.isLoaded(one, "frame")).isTrue()));

            assertThat(sent).hasSelects(1 + 3);
        }

        @Test
        void costs_two_more_for_each_on_the_side_with_the_column_where_that_is_not_lazy_either() {
            var sent =
                    jpa.sqlOf(() -> assertThat(all(unwoven, UnwovenFrame.class)).hasSize(3));

            assertThat(sent)
                    .hasSelects(jpa.expect(
                            cost("selects for 3 entities with the column of a lazy one-to-one of two sides, not woven")
                                    .write("list the classes in a persistence.xml, so that they are woven")
                                    .leftOpen("OneToOne Annotation")
                                    .because("weaving is missing: the class is in no persistence.xml"),
                            on(HIBERNATE, 1),
                            on(ECLIPSELINK, 1 + 3 * 2)));
            jpa.note("Each frame asks for its painting, and that asks for its frame.");
        }
    }
}
