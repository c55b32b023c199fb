package io.github.jpabyexample.provider.eclipselink;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.databaseaccess.DatasourceAccessor;
import org.eclipse.persistence.platform.database.DatabasePlatform;
import org.eclipse.persistence.platform.database.H2Platform;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Puts {@link H2IdentityPlatform} where EclipseLink has found H2 by itself. A property that names a platform would hold for
 * each database, and one that the user has set is his.
 */
public class IdentityOnH2 extends SessionEventAdapter {

    private boolean chosen;

    /** For EclipseLink. */
    public IdentityOnH2() {}

    // EclipseLink looks at the database only after this.
    @Override
    public void preLogin(SessionEvent event) {
        chosen = isPlainH2(event.getSession().getLogin());
    }

    // The first connection: after EclipseLink has looked, and before it prepares the sequences.
    @Override
    public void postConnect(SessionEvent event) {
        replace(event.getSession().getLogin());
        if (event.getResult() instanceof DatasourceAccessor accessor) {
            accessor.setDatasourcePlatform(event.getSession().getLogin().getPlatform());
        }
    }

    // A script of the tables may be written without any connection.
    @Override
    public void postLogin(SessionEvent event) {
        replace(event.getSession().getLogin());
    }

    private void replace(DatabaseLogin login) {
        if (!chosen && isPlainH2(login)) {
            DatabasePlatform plain = login.getPlatform();
            var platform = new H2IdentityPlatform();
            login.usePlatform(platform);
            // The platform was given copies, and after the login copies know nothing of how they were prepared.
            platform.setSequences(plain.getSequences());
            if (plain.hasDefaultSequence()) {
                platform.setDefaultSequence(plain.getDefaultSequence());
            }
        }
    }

    private static boolean isPlainH2(DatabaseLogin login) {
        return login.getDatasourcePlatform().getClass() == H2Platform.class;
    }

    // EclipseLink takes the first column of what the statement brings. On H2 that is the first in the table that the
    // database filled, which may be a time of creation.
    @Override
    public void postExecuteCall(SessionEvent event) {
        if (event.getCall() instanceof DatabaseCall call
                && call.getGeneratedKeys() != null
                && event.getSession().getLogin().getDatasourcePlatform() instanceof H2IdentityPlatform) {
            String column =
                    call.getQuery().getDescriptor().getSequenceNumberField().getName();
            call.setGeneratedKeys(ofColumn(column, call.getGeneratedKeys()));
        }
    }

    private static ResultSet ofColumn(String column, ResultSet keys) {
        return (ResultSet) Proxy.newProxyInstance(
                IdentityOnH2.class.getClassLoader(), new Class<?>[] {ResultSet.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getObject")) {
                        return keys.getObject(column);
                    }
                    try {
                        return method.invoke(keys, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
