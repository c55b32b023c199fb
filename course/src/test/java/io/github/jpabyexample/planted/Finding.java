package io.github.jpabyexample.planted;

import static io.github.jpabyexample.lesson.Level.BASIC;

import io.github.jpabyexample.lesson.Lesson;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;

/**
 * A leaf is lost: "No leaf: " says the log.
 *
 * <p>Choose: a lock, or {@code `none`}.
 *
 * <p>Try: another leaf.
 */
@Lesson(
        value = "A find | a lock.",
        level = BASIC,
        terms = "lost leaf",
        messages = "No leaf: ",
        sqlalchemy = "`Session.get`")
class Finding {

    void finds(EntityManager em, List<Leaf> leaves) {
        em.merge(em.find(Leaf.class, 1, LockModeType.OPTIMISTIC));
        leaves.clear();
    }
}
