package io.github.jpabyexample.relationships;

import static jakarta.persistence.metamodel.Attribute.PersistentAttributeType.MANY_TO_ONE;

import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceUnitUtil;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.metamodel.EntityType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Fetches an association for many entities with a second query, in place of one query each.
 *
 * <pre>{@code
 * List<Author> authors = em.createQuery("select a from Author a", Author.class).getResultList();
 * SelectIn.fetch(em, Author.class, authors, "books");    // one select for all their books
 * SelectIn.fetch(em, Author.class, authors, "boks");     // IllegalArgumentException: Author has no attribute 'boks', only …
 * }</pre>
 *
 * <p>What SQLAlchemy calls {@code selectinload}: no row comes twice to the parents' query, so the parents can be paged.
 * For a many-to-one the second query reads the entities referred to. For any other association it reads the state of the
 * given entities again, which is how one query fills them on every provider; so what was changed before is flushed first,
 * and the entities must be managed.
 *
 * <p>A provider may then also read again, entity by entity, each collection of theirs that was fetched before. So fetch
 * one collection in this way, and many-to-one associations in any number.
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
     * @param entities whose association to fetch, all managed; none is fine, and one may be given twice
     * @param attribute the name of the association, to one or to many
     * @throws IllegalArgumentException if the entity has no such association, or if one of the entities is of another class
     *     or not managed: detached, new or removed
     * @throws NullPointerException if one of the entities is null
     * @throws IllegalStateException if the entity manager is closed
     */
    public static <E> void fetch(EntityManager em, Class<E> type, Collection<E> entities, String attribute) {
        EntityType<E> entity = em.getMetamodel().entity(type);
        requireAssociation(entity, attribute);
        entities.forEach(each -> requireManaged(em, type, each));
        PersistenceUnitUtil unit = em.getEntityManagerFactory().getPersistenceUnitUtil();
        List<E> open = entities.stream()
                .filter(each -> !unit.isLoaded(each, attribute))
                .toList();
        if (!open.isEmpty() && em.isJoinedToTransaction()) {
            em.flush();
        }
        List<Object> ids = open.stream().map(unit::getIdentifier).distinct().toList();
        boolean refers = entity.getAttribute(attribute).getPersistentAttributeType() == MANY_TO_ONE;
        for (int from = 0; from < ids.size(); from += MOST_IDS) {
            List<Object> some = new ArrayList<>(ids.subList(from, Math.min(from + MOST_IDS, ids.size())));
            TypedQuery<?> query = refers ? referredTo(em, entity, attribute) : filled(em, entity, attribute);
            query.setParameter("ids", some).getResultList();
        }
        if (refers) {
            // They are in the persistence context now, so this sends nothing.
            open.forEach(each -> unit.load(each, attribute));
        }
    }

    private static TypedQuery<?> referredTo(EntityManager em, EntityType<?> entity, String attribute) {
        var target = (EntityType<?>) entity.getSingularAttribute(attribute).getType();
        return em.createQuery(
                "select t from " + target.getName() + " t where exists (select e from " + entity.getName()
                        + " e where e." + attribute + " = t and e." + id(entity) + " in :ids)",
                target.getJavaType());
    }

    private static <E> TypedQuery<E> filled(EntityManager em, EntityType<E> entity, String attribute) {
        return em.createQuery(
                        "select distinct e from " + entity.getName() + " e left join fetch e." + attribute + " where e."
                                + id(entity) + " in :ids",
                        entity.getJavaType())
                // As a hint, since setCacheStoreMode of Hibernate 7.3 fails on a query without a cache mode.
                .setHint("jakarta.persistence.cache.storeMode", CacheStoreMode.REFRESH);
    }

    private static String id(EntityType<?> entity) {
        return entity.getId(entity.getIdType().getJavaType()).getName();
    }

    private static void requireManaged(EntityManager em, Class<?> type, Object each) {
        Objects.requireNonNull(each, "entities contains null");
        String name = each.getClass().getSimpleName();
        if (!type.isInstance(each)) {
            throw new IllegalArgumentException("entities contains what is no " + type.getSimpleName() + ": " + name);
        }
        if (!em.contains(each)) {
            throw new IllegalArgumentException("entities contains what the entity manager does not manage: " + name);
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
