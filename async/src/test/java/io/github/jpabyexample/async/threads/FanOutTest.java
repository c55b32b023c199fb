package io.github.jpabyexample.async.threads;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.async.AsyncUnitOfWork;
import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.crud.UnitOfWork;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.Isbn;
import io.github.jpabyexample.models.sample.SampleData;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A report or an import takes too long on one thread; but an entity manager is for one thread, and entities belong to their unit
 * of work. So share the work out, not the entities.
 *
 * <p>Choose: one unit of work for each part, as many at once as the pool has connections for; results that are values, put together at
 * the end. Parts that change the same rows don't belong into different units.
 *
 * <p>Try: insert the four hundred books by eight units.
 */
@Lesson(
        value =
                "Work is shared out among units that each have their own entities, and what two of them change at once, one must redo.",
        level = EXPERT,
        terms = {
            "fan out",
            "parallel queries",
            "parallel batch insert",
            "CompletableFuture",
            "optimistic lock",
            "threads"
        },
        sqlalchemy = "`asyncio.gather` over one `AsyncSession` each")
class FanOutTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore", "pooled", Bootstrap::pooled);

    @Nested
    class The_129_classics_of_the_catalogue {

        @Test
        void are_counted_by_language_in_as_many_units_as_there_are_languages() throws Exception {
            jpa.given(em -> SampleData.classics().persistTo(em));
            List<String> languages =
                    jpa.callInTransaction(em -> em.createQuery("select distinct b.language from Book b", String.class)
                            .getResultList());

            Map<String, Long> books = new TreeMap<>();
            try (var async = AsyncUnitOfWork.on(UnitOfWork.on(jpa.factory()), 4)) {
                Map<String, CompletableFuture<Long>> counts = new TreeMap<>();
                languages.forEach(language -> counts.put(language, async.call(em -> count(em, language))));
                for (var count : counts.entrySet()) {
                    books.put(count.getKey(), count.getValue().get(30, SECONDS));
                }
            }

            assertThat(books).containsEntry("en", 59L).containsEntry("fr", 17L);
            assertThat(books.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(129);
            assertThat(jpa.sql()).hasSelects(1 + languages.size());
            jpa.show(
                    "books by language",
                    books.entrySet().stream().map(Counted::of).toList());
        }

        private record Counted(String language, long books) {

            static Counted of(Map.Entry<String, Long> entry) {
                return new Counted(entry.getKey(), entry.getValue());
            }
        }
    }

    @Nested
    class Four_hundred_new_books {

        @Test
        void are_inserted_by_four_units_in_batches_of_their_own() throws Exception {
            try (var async = AsyncUnitOfWork.on(UnitOfWork.on(jpa.factory()), 4)) {
                CompletableFuture.allOf(IntStream.range(0, 4)
                                .mapToObj(part -> async.run(em -> hundred(em, part * 100)))
                                .toArray(CompletableFuture[]::new))
                        .get(60, SECONDS);
            }

            assertThat(jpa.sql()).insertsInto("book", 400).usedBatchesOf(50, 50, 50, 50, 50, 50, 50, 50);
            assertThat(jpa.rows("select count(distinct id) from book").rows()).hasToString("[[400]]");
        }

        private static void hundred(EntityManager em, int first) {
            for (int i = first + 1; i <= first + 100; i++) {
                em.persist(new Book(Isbn.invented(i), "Volume " + i, 1900, "en", "GB"));
            }
        }
    }

    @Nested
    class One_book_changed_by_two_units_at_once {

        @Test
        void is_written_by_one_of_them_and_the_other_is_told() throws Exception {
            jpa.given(em -> em.persist(new Book(Isbn.invented(1), "Emma", 1815, "en", "GB")));
            var bothHaveRead = new CyclicBarrier(2);

            long refused;
            try (var async = AsyncUnitOfWork.on(UnitOfWork.on(jpa.factory()), 2)) {
                List<CompletableFuture<Void>> writers = IntStream.rangeClosed(1, 2)
                        .mapToObj(number -> async.run(em -> {
                            Book book = em.createQuery("select b from Book b", Book.class)
                                    .getSingleResult();
                            bothHaveRead.await(30, SECONDS);
                            book.rename("Emma by writer " + number);
                        }))
                        .toList();
                refused = writers.stream()
                        .map(writer -> writer.handle((nothing, failure) -> failure)
                                .orTimeout(30, SECONDS)
                                .join())
                        .filter(Objects::nonNull)
                        .filter(failure -> failure.getCause() instanceof OptimisticLockException)
                        .count();
            }

            assertThat(refused).isEqualTo(1);
            assertThat(jpa.rows("select title from book").rows().get(0).get(0)).startsWith("Emma by writer");
        }
    }

    private static long count(EntityManager em, String language) {
        return em.createQuery("select count(b) from Book b where b.language = :language", Long.class)
                .setParameter("language", language)
                .getSingleResult();
    }
}
