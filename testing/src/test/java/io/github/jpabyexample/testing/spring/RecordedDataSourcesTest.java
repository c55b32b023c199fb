package io.github.jpabyexample.testing.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.testing.database.TestDatabase;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanNotOfRequiredTypeException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecordedDataSourcesTest {

    private final TestDatabase.Place tea = TestDatabase.requested().open("tea");
    private final TestDatabase.Place coffee = TestDatabase.requested().open("coffee");
    private final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();

    /** A pool is closed by the application that it belongs to. */
    static final class Pool extends DelegatingDataSource implements AutoCloseable {

        private boolean closed;

        Pool(DataSource target) {
            super(target);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(RecordedDataSources.class)
    static class Kitchen {

        @Bean
        JdbcTemplate jdbc(DataSource source) {
            return new JdbcTemplate(source);
        }

        @Bean
        TransactionTemplate transactions(DataSource source) {
            return new TransactionTemplate(new DataSourceTransactionManager(source));
        }
    }

    @AfterEach
    void leave() {
        application.close();
        tea.close();
        coffee.close();
    }

    private RecordedDataSources started(Class<?>... configuration) {
        application.register(configuration);
        application.refresh();
        return application.getBean(RecordedDataSources.class);
    }

    private void has(String name, Supplier<DataSource> source) {
        application.registerBean(name, DataSource.class, source);
    }

    private void run(String name, String sql) {
        new JdbcTemplate(application.getBean(name, DataSource.class)).update(sql);
    }

    @Test
    void what_beans_send_through_the_data_source_is_recorded() {
        has("tea", tea::dataSource);
        var recorder = started(Kitchen.class).recorder();
        var jdbc = application.getBean(JdbcTemplate.class);
        jdbc.execute("create table cup (name varchar(200))");

        var log = recorder.sqlOf(() -> application
                .getBean(TransactionTemplate.class)
                .executeWithoutResult(transaction -> {
                    jdbc.update("insert into cup values (?)", "red");
                    assertThat(jdbc.queryForList("select name from cup", String.class))
                            .containsExactly("red");
                    transaction.setRollbackOnly();
                }));

        assertThat(log).hasStatements(2).insertsInto("cup", 1).hasSelects(1);
        assertThat(jdbc.queryForList("select name from cup")).isEmpty();
    }

    @Test
    void several_data_sources_have_a_recorder_each() {
        has("tea", tea::dataSource);
        has("coffee", coffee::dataSource);
        var recorded = started(RecordedDataSources.class);
        run("tea", "create table cup (id int)");
        run("tea", "insert into cup values (1), (2)");
        run("coffee", "create table mug (id int)");
        run("coffee", "delete from mug");

        assertThat(recorded.recorder("tea").log()).hasStatements(1).insertsInto("cup", 2);
        assertThat(recorded.recorder("coffee").log()).hasStatements(1).deletesFrom("mug", 1);
        assertThatIllegalStateException()
                .isThrownBy(recorded::recorder)
                .withMessage("Expected one data source, but these were made: coffee, tea");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recorded.recorder("milk"))
                .withMessage("Expected a data source 'milk', but these were made: coffee, tea");
    }

    @Test
    void a_data_source_that_was_not_made_has_none() {
        var recorded = started(RecordedDataSources.class);

        assertThatIllegalStateException()
                .isThrownBy(recorded::recorder)
                .withMessage("Expected one data source, but none was made");
    }

    @Test
    void a_data_source_is_closed_with_the_application_and_known_by_its_interfaces() {
        var pool = new Pool(tea.dataSource());
        application.registerBean("tea", Pool.class, () -> pool);
        started(RecordedDataSources.class);

        assertThat(application.getBean("tea", AutoCloseable.class)).isInstanceOf(DataSource.class);
        assertThatThrownBy(() -> application.getBean("tea", Pool.class))
                .isInstanceOf(BeanNotOfRequiredTypeException.class);
        application.close();

        assertThat(pool.closed).isTrue();
    }
}
