package io.github.jpabyexample.bootstrap.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.Connections;
import io.github.jpabyexample.bootstrap.SchemaAction;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.bootstrap.guestbook.EmptyDatabase;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.lesson.LessonUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Bootstrap says where providers only log that a table could not be made. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MissingTablesTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    private final EmptyDatabase database = new EmptyDatabase();

    private UnitSettings ordered(SchemaAction action) {
        return UnitSettings.named("ordered")
                .withConnections(new Connections.Pooled(database.dataSource()))
                .withSchema(action);
    }

    @AfterEach
    void removed() {
        database.close();
    }

    @Test
    void a_table_that_the_database_refuses_to_make_is_named_with_the_reason() {
        for (SchemaAction action : new SchemaAction[] {SchemaAction.CREATE, SchemaAction.DROP_AND_CREATE}) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> Bootstrap.open(ordered(action)))
                    .satisfies(e -> assertThat(e.getMessage().toLowerCase(java.util.Locale.ROOT))
                            .startsWith("not all tables could be made. missing are those of ordered")
                            .contains("the database refused: create table order")
                            .contains("syntax error"));
        }
    }

    @Test
    void what_is_there_already_is_no_harm_in_a_unit_with_every_mapping() {
        var settings = UnitSettings.named("bookstore")
                .withConnections(new Connections.Pooled(database.dataSource()))
                .withSchema(SchemaAction.CREATE);
        for (int i = 0; i < 2; i++) {
            try (var bookstore = Bootstrap.open(settings)) {
                assertThat(bookstore.isOpen()).isTrue();
            }
        }
    }

    @Test
    void what_is_there_already_is_no_harm() {
        var settings = UnitSettings.named("guestbook")
                .withConnections(new Connections.Pooled(database.dataSource()))
                .withSchema(SchemaAction.CREATE);
        try (var first = Bootstrap.open(settings)) {
            first.runInTransaction(em -> em.persist(new Guest("Emma")));
        }

        try (var second = Bootstrap.open(settings)) {
            assertThat(second.<Long>callInTransaction(em -> em.createQuery("select count(g) from Guest g", Long.class)
                            .getSingleResult()))
                    .isEqualTo(1);
        }
    }
}
