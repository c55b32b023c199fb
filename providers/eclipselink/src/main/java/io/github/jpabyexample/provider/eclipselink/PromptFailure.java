package io.github.jpabyexample.provider.eclipselink;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Lets a failure to connect fail soon. By itself EclipseLink tries four times, though a connection pool has made its caller
 * wait each time already, and sleeps for five seconds in between. There is no property for it.
 *
 * <p>One repetition stays: without any, EclipseLink tries once more to roll back what could not begin, and throws what is
 * no {@link jakarta.persistence.PersistenceException}.
 */
public final class PromptFailure implements SessionCustomizer {

    /** For EclipseLink. */
    public PromptFailure() {}

    @Override
    public void customize(Session session) {
        DatabaseLogin login = session.getLogin();
        login.setQueryRetryAttemptCount(1);
        login.setDelayBetweenConnectionAttempts(0);
    }
}
