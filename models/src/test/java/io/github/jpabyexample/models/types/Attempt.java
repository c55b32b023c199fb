package io.github.jpabyexample.models.types;

/** Something that one stack does and another refuses. */
final class Attempt {

    private Attempt() {}

    // Not only a PersistenceException: EclipseLink's failed conversion of a value that it read is none.
    static boolean fails(Runnable work) {
        try {
            work.run();
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }
}
