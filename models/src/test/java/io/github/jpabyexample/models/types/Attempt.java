package io.github.jpabyexample.models.types;

/** Something that one stack does and another refuses. */
public final class Attempt {

    private Attempt() {}

    /**
     * Tries it. A refusal is any exception: not each of them is a {@code PersistenceException}, such as a failed
     * conversion of EclipseLink's.
     *
     * @param work to try
     * @return whether it threw
     */
    public static boolean isRefused(Runnable work) {
        try {
            work.run();
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }
}
