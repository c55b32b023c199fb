package io.github.jpabyexample.relationships;

import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceUnitUtil;
import jakarta.persistence.metamodel.EntityType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Fetches an association for many entities with a second query, in place of one query each.
 *
 * <pre>{@code
 * List<Author> authors = em.createQuery("select a from Author a", Author.class).getResultList();
 * SelectIn.fetch(em, Author.class, authors, "books");    // one select for all their books
 * SelectIn.fetch(em, Author.class, authors, "boks");     // IllegalArgumentException: Author has no attribute 'boks', only …
 * }</pre>
 *
 * <p>What SQLAlchemy calls {@code selectinload}: no row comes twice to the parents' query, so the parents can be paged,
 * and two collections don't multiply. The second query reads the state of the entities again, which is how one query
 * fills them on every provider; so what was changed before is flushed first, and the entities must be managed.
 */
public final class SelectIn {

    // Each id is a parameter, and drivers allow some ten thousands of them in a statement.
    private static final int MOST_IDS = 1_000;

    private SelectIn() {}

    /**
     * Fetches one association.
     *
     * @param <E> the entity
     * @param em that manages the entities; flushed first if it is in a transaction
     * @param type their entity class, with one attribute as its id
     * @param entities whose association to fetch
     * @param attribute the name of the association, to one or to many
     * @throws IllegalArgumentException if the entity has no such association
     */
    public static <E> void fetch(EntityManager em, Class<E> type, Collection<E> entities, String attribute) {
        EntityType<E> entity = em.getMetamodel().entity(type);
        requireAssociation(entity, attribute);
        String id = entity.getId(entity.getIdType().getJavaType()).getName();
        String query = "select distinct e from " + entity.getName() + " e left join fetch e." + attribute + " where e."
                + id + " in :ids";
        PersistenceUnitUtil unit = em.getEntityManagerFactory().getPersistenceUnitUtil();
        List<Object> ids = entities.stream()
                .filter(each -> !unit.isLoaded(each, attribute))
                .map(unit::getIdentifier)
                .distinct()
                .toList();
        if (!ids.isEmpty() && em.isJoinedToTransaction()) {
            em.flush();
        }
        for (int from = 0; from < ids.size(); from += MOST_IDS) {
            List<Object> some = new ArrayList<>(ids.subList(from, Math.min(from + MOST_IDS, ids.size())));
            em.createQuery(query, type)
                    .setParameter("ids", some)
                    // As a hint, since setCacheStoreMode of Hibernate 7.3 fails on a query without a cache mode.
                    .setHint("jakarta.persistence.cache.storeMode", CacheStoreMode.REFRESH)
                    .getResultList();
        }
    }

    private static void requireAssociation(EntityType<?> entity, String attribute) {
        List<String> known = entity.getAttributes().stream()
                .filter(each -> each.isAssociation() || each.isCollection())
                .map(each -> each.getName())
                .sorted()
                .toList();
        if (!known.contains(attribute)) {
            throw new IllegalArgumentException(
                    entity.getName() + " has no association '" + attribute + "', only " + known);
        }
    }
}
