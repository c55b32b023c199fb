package io.github.jpabyexample.testing.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.PgConnection;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PastTheRecorderTest {

    private static final boolean POSTGRESQL = "postgresql".equals(System.getProperty("jpa.database"));
    private static final Class<? extends Connection> DRIVERS = POSTGRESQL ? PgConnection.class : JdbcConnection.class;
    private static final String INSERT = "insert into cup (name) values ('m')";

    private final Cups cups = new Cups();

    private interface Way {
        Statement from(Connection connection) throws SQLException;
    }

    @AfterEach
    void leave() {
        cups.close();
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                way(
                        "rows",
                        to -> to.createStatement()
                                .executeQuery("select id from cup")
                                .getStatement()),
                way(
                        "rows of a prepared one",
                        to -> to.prepareStatement("select id from cup")
                                .executeQuery()
                                .getStatement()
                                .getConnection()
                                .createStatement()),
                way("rows that were asked for", to -> {
                    var statement = to.createStatement();
                    statement.execute("select id from cup");
                    return statement.getResultSet().getStatement();
                }),
                way("statement", to -> to.createStatement().getConnection().createStatement()),
                way(
                        "rows and statement",
                        to -> to.createStatement()
                                .executeQuery("select id from cup")
                                .getStatement()
                                .getConnection()
                                .createStatement()),
                way("meta data", to -> to.getMetaData().getConnection().createStatement()),
                way("rows of meta data", to -> {
                    var statement = to.getMetaData()
                            .getTables(null, null, "nothing", null)
                            .getStatement();
                    // H2 has none to give.
                    return (statement == null ? to : statement.getConnection()).createStatement();
                }),
                way("unwrapped connection", to -> to.unwrap(Connection.class).createStatement()),
                way("unwrapped statement", to -> to.createStatement().unwrap(Statement.class)),
                way(
                        "unwrapped prepared statement",
                        to -> to.prepareStatement("select 1")
                                .unwrap(PreparedStatement.class)
                                .getConnection()
                                .createStatement()),
                way(
                        "unwrapped rows",
                        to -> to.createStatement()
                                .executeQuery("select id from cup")
                                .unwrap(ResultSet.class)
                                .getStatement()),
                way(
                        "unwrapped meta data",
                        to -> to.getMetaData()
                                .unwrap(java.sql.DatabaseMetaData.class)
                                .getConnection()
                                .createStatement()));
    }

    private static Arguments way(String name, Way way) {
        return arguments(name, way);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void what_JDBC_objects_lead_to_is_heard(String name, Way way) {
        var log = cups.sent(connection -> way.from(connection).executeUpdate(INSERT));

        assertThat(log).insertsInto("cup", 1).hasInserts(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void what_a_pool_wraps_once_more_is_heard(String name, Way way) {
        var recorder = SqlRecorder.around(pool(cups.place().dataSource()));

        var log = Cups.sent(recorder, connection -> {
            way.from(connection).executeUpdate(INSERT);
            var rows = way.from(connection).executeQuery("select id from cup");
            while (rows.next()) {}
        });

        assertThat(log).insertsInto("cup", 1).hasInserts(1);
        assertThat(log.statements().get(log.statements().size() - 1).rows()).isEqualTo(1);
    }

    /** Some pools hand out statements of their own, and the rows of the driver. */
    private static DataSource pool(DataSource target) {
        return wrapped(DataSource.class, target);
    }

    private static <T> T wrapped(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            try {
                Object result = method.invoke(target, given);
                boolean wraps = result instanceof Connection || result instanceof Statement;
                return wraps && method.getReturnType().isInterface()
                        ? wrapped(castTo(method.getReturnType()), result)
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    @SuppressWarnings("unchecked")
    private static Class<Object> castTo(Class<?> type) {
        return (Class<Object>) type;
    }

    @Test
    void a_data_source_that_was_unwrapped_is_heard() throws SQLException {
        try (var connection =
                cups.recorder().dataSource().unwrap(DataSource.class).getConnection()) {
            connection.createStatement().executeUpdate(INSERT);
        }

        assertThat(cups.recorder().log()).insertsInto("cup", 1);
    }

    @Test
    void an_interface_of_the_driver_is_heard() {
        assumeTrue(POSTGRESQL, "H2's connection has no interface of its own");

        var log = cups.sent(connection -> {
            var drivers = connection.unwrap(PGConnection.class);
            assertThat(drivers.getBackendPID()).isPositive();
            assertThat(drivers.getNotifications()).isEmpty();
            ((Connection) drivers).createStatement().executeUpdate(INSERT);
        });

        assertThat(log).insertsInto("cup", 1);
    }

    @Test
    void what_went_through_a_class_of_the_driver_is_not_heard_and_no_number_is_believed() {
        var log = cups.sent(connection -> {
            assertThat(connection.isWrapperFor(DRIVERS)).isTrue();
            connection.unwrap(DRIVERS).createStatement().executeUpdate(INSERT);
        });

        List.<Runnable>of(
                        () -> assertThat(log).isEmpty(),
                        () -> assertThat(log).hasNoSelects(),
                        () -> assertThat(log).hasInserts(0),
                        () -> assertThat(log).hasAtMostSelects(5),
                        () -> assertThat(log).insertsInto("cup", 0),
                        () -> assertThat(log).usedBatchesOf(),
                        () -> assertThat(log).hasNoRepeatedSelects(),
                        () -> assertThat(log).doesNotMention("cup"))
                .forEach(assertion -> assertThatThrownBy(assertion::run)
                        .hasMessageContaining("Cannot tell what was sent: what went through unwrap(" + DRIVERS.getName()
                                + ".class) was not heard."));
        assertThat(log.toString())
                .isEqualTo("  (not heard: what went through unwrap(" + DRIVERS.getName() + ".class))");
        assertThat(cups.sent(connection -> Cups.insert(connection, 50))).insertsInto("cup", 1);
    }

    @Test
    void what_a_driver_hands_out_beside_JDBC_is_not_heard() {
        assumeTrue(POSTGRESQL, "H2's connection has no interface of its own");

        var log = cups.sent(connection -> connection.unwrap(PGConnection.class).getCopyAPI());

        assertThatThrownBy(() -> assertThat(log).isEmpty())
                .hasMessageContaining("what went through org.postgresql.PGConnection.getCopyAPI() was not heard");
    }

    @Test
    void a_row_that_is_written_through_a_result_is_not_heard() {
        var log = cups.sent(connection -> {
            var rows = connection
                    .createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE)
                    .executeQuery("select id, name from cup");
            rows.moveToInsertRow();
            rows.updateInt(1, 7);
            rows.insertRow();
        });

        assertThatThrownBy(() -> assertThat(log).hasNoInserts())
                .hasMessageContaining("what went through ResultSet.insertRow() was not heard");
    }

    @Test
    void an_object_is_equal_to_itself_and_known_by_what_it_stands_for() {
        cups.sent(connection -> {
            assertThat(connection).isEqualTo(connection).isNotEqualTo(null).hasSameHashCodeAs(connection);
            assertThat(connection.createStatement().getConnection()).isSameAs(connection);
            assertThat(connection.unwrap(DRIVERS)).hasToString(connection.toString());
        });
    }
}
