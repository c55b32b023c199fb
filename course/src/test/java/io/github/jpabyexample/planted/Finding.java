package io.github.jpabyexample.planted;

import static io.github.jpabyexample.lesson.Level.WORKING;

import io.github.jpabyexample.lesson.Lesson;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;

/** A lesson that nobody runs. */
@Lesson(value = "A find | a lock.", level = WORKING, sqlalchemy = "`Session.get`")
class Finding {

    void finds(EntityManager em, List<Leaf> leaves) {
        em.merge(em.find(Leaf.class, 1, LockModeType.OPTIMISTIC));
        leaves.clear();
    }
}
