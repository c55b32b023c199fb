package io.github.jpabyexample.bootstrap.loading;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.lesson.observation.Difference.data;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.Connections;
import io.github.jpabyexample.bootstrap.PoolSettings;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import jakarta.persistence.CacheRetrieveMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Another program, or an update in SQL, changed the row, and yours still shows the old value, in a new entity manager, too:
 * it comes from the second-level cache, which all of them share.
 *
 * <p>Choose: {@code NONE} where more than one program writes. Else {@code ENABLE_SELECTIVE}, which caches marked entities
 * alone; {@code BYPASS} or {@code evictAll} for a read that must be fresh.
 *
 * <p>Try: {@code em.refresh} in place of {@code BYPASS}, after {@code find}.
 */
@Lesson(
        value =
                "Whether entities outlive their unit of work in a shared cache is said at boot; where nothing is said, providers differ.",
        level = WORKING,
        terms = {
            "second-level cache",
            "shared cache",
            "stale data",
            "SharedCacheMode",
            "Cacheable",
            "evictAll",
            "CacheRetrieveMode.BYPASS",
            "L2 cache"
        },
        sqlalchemy = "no equivalent: the identity map ends with the session")
class SharedCacheTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    private Long emma;

    @BeforeEach
    void stored() {
        jpa.given(em -> {
            var guest = new Guest("Emma");
            em.persist(guest);
            emma = guest.id();
        });
    }

    private EntityManagerFactory with(String mode) {
        return Bootstrap.open(UnitSettings.named("guestbook in " + mode)
                .withClasses(Guest.class)
                .withConnections(new Connections.Pooled(jpa.dataSource()))
                .withPool(PoolSettings.ofSize(2))
                .withProperty("jakarta.persistence.sharedCache.mode", mode));
    }

    // Outside of a transaction: what EclipseLink reads inside of one does not fill the cache, with Bootstrap's
    // settings.
    private Guest read(EntityManagerFactory factory) {
        try (EntityManager em = factory.createEntityManager()) {
            return em.find(Guest.class, emma);
        }
    }

    private int selectsOfSecondRead(EntityManagerFactory factory) {
        read(factory);
        return jpa.sqlOf(() -> read(factory)).statements().size();
    }

    @Nested
    class A_unit_without_a_shared_cache {

        @Test
        void reads_the_row_again_for_each_entity_manager() {
            try (EntityManagerFactory factory = with("NONE")) {
                assertThat(selectsOfSecondRead(factory)).isEqualTo(1);
                assertThat(factory.getCache().contains(Guest.class, emma)).isFalse();
            }
        }
    }

    @Nested
    class A_unit_that_caches_what_is_marked_cacheable {

        @Test
        void reads_an_entity_without_a_mark_again() {
            try (EntityManagerFactory factory = with("ENABLE_SELECTIVE")) {
                assertThat(selectsOfSecondRead(factory)).isEqualTo(1);
            }
        }
    }

    @Nested
    class A_unit_that_caches_all {

        @Test
        void reads_once_where_the_provider_brings_a_cache() {
            try (EntityManagerFactory factory = with("ALL")) {
                assertThat(selectsOfSecondRead(factory))
                        .isEqualTo(jpa.expect(
                                cost("selects of a second find in another entity manager, mode ALL")
                                        .write("shared-cache-mode NONE: 1 on both")
                                        .leftOpen("The Shared Cache Mode and Cacheable Annotation")
                                        .because(
                                                "Hibernate has its cache in an artifact of its own, such as hibernate-jcache, which is not on the class path"),
                                on(HIBERNATE, 1),
                                on(ECLIPSELINK, 0)));
            }
            jpa.note("Hibernate has the cache as an artifact of its own, and without it goes on without a word.");
        }

        @Test
        void shows_what_another_program_has_changed_since_or_what_was_read_before() {
            try (EntityManagerFactory factory = with("ALL")) {
                read(factory);
                changeBehindItsBack();

                assertThat(read(factory).name())
                        .isEqualTo(jpa.expect(
                                data("a row changed by another program, found through the shared cache")
                                        .write(
                                                "shared-cache-mode NONE, or em.setCacheRetrieveMode(CacheRetrieveMode.BYPASS)")
                                        .leftOpen("Second-Level Cache")
                                        .because(
                                                "Hibernate has its cache in an artifact of its own, such as hibernate-jcache, which is not on the class path"),
                                on(HIBERNATE, "Harriet"),
                                on(ECLIPSELINK, "Emma")));
            }
        }

        @Test
        void shows_the_change_when_the_cache_is_bypassed_or_emptied() {
            try (EntityManagerFactory factory = with("ALL")) {
                read(factory);
                changeBehindItsBack();

                try (EntityManager em = factory.createEntityManager()) {
                    em.setCacheRetrieveMode(CacheRetrieveMode.BYPASS);
                    assertThat(em.find(Guest.class, emma).name()).isEqualTo("Harriet");
                }
                factory.getCache().evictAll();
                assertThat(read(factory).name()).isEqualTo("Harriet");
            }
        }

        private void changeBehindItsBack() {
            jpa.runInTransaction(em ->
                    em.createNativeQuery("update guest set name = 'Harriet'").executeUpdate());
        }
    }

    @Nested
    class A_unit_that_says_nothing {

        @Test
        void has_a_shared_cache_or_not() {
            try (EntityManagerFactory factory = with("UNSPECIFIED")) {
                assertThat(selectsOfSecondRead(factory))
                        .isEqualTo(jpa.expect(
                                cost("selects of a second find in another entity manager, no mode set")
                                        .write("shared-cache-mode NONE: 1 on both")
                                        .leftOpen("The Shared Cache Mode and Cacheable Annotation")
                                        .because(
                                                "Hibernate has its cache in an artifact of its own, such as hibernate-jcache, which is not on the class path"),
                                on(HIBERNATE, 1),
                                on(ECLIPSELINK, 0)));
            }
            jpa.note("So say it: NONE where more than one program writes to the database.");
        }
    }
}
