package io.github.jpabyexample.provider.eclipselink;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Lets a failure to connect fail at once. By itself EclipseLink tries four times, also where a connection pool has already
 * made its caller wait: four times the time that was set, and five seconds more between attempts outside of a transaction.
 * There is no property for it.
 */
public final class NoRepetition implements SessionCustomizer {

    /** For EclipseLink. */
    public NoRepetition() {}

    @Override
    public void customize(Session session) {
        session.getLogin().setQueryRetryAttemptCount(0);
    }
}
