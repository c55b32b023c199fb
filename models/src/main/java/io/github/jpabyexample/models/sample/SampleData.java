package io.github.jpabyexample.models.sample;

import io.github.jpabyexample.models.catalog.Availability;
import io.github.jpabyexample.models.catalog.Edition;
import io.github.jpabyexample.models.sample.Catalogue.GenreEntry;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;

/**
 * The data of the bookstore: the catalogue of real classics, and as many customers as wanted, who are invented with all
 * that they bought and said. The rows are the same at every run, on every provider and database, in every time zone and
 * language; only generated ids, versions and {@linkplain io.github.jpabyexample.models.Audited the times of writing}
 * change. Customer 7 of ten is customer 7 of a million.
 *
 * <pre>{@code
 * SampleData.small().persistTo(factory);           // the catalogue and 20 customers
 * SampleData.of(100_000).persistTo(factory);       // the same 20 first, in memory that does not grow
 * SampleData.small().persistTo(factory);           // IllegalStateException: the bookstore isn't empty
 * SampleData.of(-1);                               // IllegalArgumentException
 * }</pre>
 *
 * <p>Facts to count on:
 *
 * <ul>
 *   <li>The catalogue has 129 books by 106 authors, in 35 genres, 4 of which are roots of the tree.
 *   <li>Jane Austen has 6 books. 14 books have more than one author.
 *   <li>Each book has a print edition, 64 have an e-book and 43 an audio book: 236 editions.
 *   <li>6 books are out of print; these have no price, and nobody orders them.
 *   <li>The small bookstore has 20 customers, 14 of whom have a profile, 51 orders with 128 lines, 44 payments, and 33
 *       reviews.
 * </ul>
 *
 * <p>Immutable.
 */
public final class SampleData {

    private static final int SMALL = 20;
    private static final int BATCH = 200;

    private final int customers;

    private SampleData(int customers) {
        this.customers = customers;
    }

    /** {@return the catalogue of real books, and no customers} */
    public static SampleData classics() {
        return of(0);
    }

    /** {@return the catalogue and 20 customers: enough for a lesson, little enough to read} */
    public static SampleData small() {
        return of(SMALL);
    }

    /**
     * The catalogue and some customers.
     *
     * @param customers how many; 0 for the catalogue alone
     * @return the data, in no database yet
     * @throws IllegalArgumentException if the number is negative
     */
    public static SampleData of(int customers) {
        if (customers < 0) {
            throw new IllegalArgumentException("A bookstore has 0 customers or more, not " + customers);
        }
        return new SampleData(customers);
    }

    /**
     * Fills an empty bookstore, in one transaction: all of it or nothing.
     *
     * @param bookstore with its tables
     * @throws IllegalStateException if there are rows already
     */
    public void persistTo(EntityManagerFactory bookstore) {
        bookstore.runInTransaction(em -> persistTo(em));
    }

    /**
     * Fills an empty bookstore, in the caller's transaction. Flushes and clears the context every few customers, so that
     * it holds no more than these: what was managed before is detached.
     *
     * @param em in a transaction
     * @throws IllegalStateException if there are rows already
     */
    public void persistTo(EntityManager em) {
        requireEmpty(em);
        var catalogue = Catalogue.classics();
        Stock.persist(catalogue, em);
        flushAndClear(em);
        List<String> genres = catalogue.genres().stream().map(GenreEntry::name).toList();
        for (int first = 1; first <= customers; first += BATCH) {
            List<Edition> editions = editionsForSale(em);
            int last = Math.min(customers, first + BATCH - 1);
            for (int number = first; number <= last; number++) {
                Shopper.persist(em, number, editions, genres);
            }
            flushAndClear(em);
        }
    }

    private static void requireEmpty(EntityManager em) {
        for (String entity : List.of("Genre", "Author", "Book", "Customer")) {
            long rows = em.createQuery("select count(e) from " + entity + " e", Long.class)
                    .getSingleResult();
            if (rows != 0) {
                throw new IllegalStateException(
                        "The bookstore isn't empty, so it is left as it is: it has " + rows + " of " + entity);
            }
        }
    }

    // In an order that does not depend on generated ids, and anew for each batch: a cleared context manages nothing.
    private static List<Edition> editionsForSale(EntityManager em) {
        return em.createQuery("""
                        select e from Edition e join fetch e.book
                        where e.book.availability <> :unavailable
                        order by e.book.isbn, e.published
                        """, Edition.class)
                .setParameter("unavailable", Availability.OUT_OF_PRINT)
                .getResultList();
    }

    private static void flushAndClear(EntityManager em) {
        em.flush();
        em.clear();
    }
}
