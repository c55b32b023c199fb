package io.github.jpabyexample.bootstrap;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.PluralAttribute;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the tables that a unit was to make are there. */
final class MadeTables {

    private MadeTables() {}

    /**
     * Asks each table a question that has no answer, if the database refused something while they were made. What was
     * refused because it was there already is no harm.
     *
     * @param refused statements, with the database's reasons
     * @throws IllegalStateException if a table is missing, with what was refused
     */
    static void verify(EntityManagerFactory factory, List<String> refused) {
        List<String> tables = refused.stream()
                .filter(statement -> statement.matches("(?is)create\\b.*\\btable\\b.*"))
                .distinct()
                .toList();
        if (tables.isEmpty()) {
            return;
        }
        List<String> missing = new ArrayList<>();
        for (EntityType<?> entity : factory.getMetamodel().getEntities()) {
            // Its subclasses are asked, and where each has a table of its own, it has none.
            if (Modifier.isAbstract(entity.getJavaType().getModifiers())) {
                continue;
            }
            fault(factory, entity, null).ifPresent(fault -> missing.add(entity.getName() + ": " + fault));
            for (PluralAttribute<?, ?, ?> attribute : entity.getPluralAttributes()) {
                fault(factory, entity, attribute)
                        .ifPresent(fault -> missing.add(entity.getName() + "." + attribute.getName() + ": " + fault));
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Not all tables could be made. Missing are those of "
                    + String.join("; ", missing) + ". The database refused: " + String.join("; ", tables));
        }
    }

    private static Optional<String> fault(
            EntityManagerFactory factory, EntityType<?> entity, @Nullable PluralAttribute<?, ?, ?> attribute) {
        try (EntityManager em = factory.createEntityManager()) {
            CriteriaBuilder criteria = em.getCriteriaBuilder();
            var query = criteria.createQuery(Long.class);
            Root<?> root = query.from(entity);
            if (attribute != null) {
                root.join(attribute.getName());
            }
            query.select(criteria.count(root)).where(criteria.disjunction());
            em.createQuery(query).getSingleResult();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(cause(e));
        }
    }

    private static String cause(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return HeardDataSource.firstLine(cause);
    }
}
