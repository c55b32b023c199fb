package io.github.jpabyexample.bootstrap.toolkit;

import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.H2;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.Connections;
import io.github.jpabyexample.bootstrap.PoolSettings;
import io.github.jpabyexample.bootstrap.SchemaAction;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.bootstrap.guestbook.EmptyDatabase;
import io.github.jpabyexample.bootstrap.toolkit.Ledger.Account;
import io.github.jpabyexample.bootstrap.toolkit.Ledger.Invoice;
import io.github.jpabyexample.bootstrap.toolkit.Ledger.Posting;
import io.github.jpabyexample.lesson.OnlyOn;
import io.github.jpabyexample.provider.ProviderSettings;
import io.github.jpabyexample.testing.Stack;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Identity columns, the commonest keys of schemas that others made, give entities their ids on each stack. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IdentityColumnsTest {

    private final EmptyDatabase database = new EmptyDatabase();

    @AfterEach
    void removed() {
        database.close();
    }

    private UnitSettings ledger() {
        return UnitSettings.named("ledger")
                .withConnections(new Connections.Pooled(database.dataSource()))
                .withPool(PoolSettings.ofSize(1));
    }

    private static EntityManagerFactory without_bootstrap(Map<String, ?> properties) {
        Map<String, Object> all = new HashMap<>(ProviderSettings.onClassPath().unitSettings());
        all.putAll(properties);
        return Persistence.createEntityManagerFactory("ledger", all);
    }

    private void stores_a_ledger(EntityManagerFactory factory) {
        var assets = new Account("assets", null);
        var cash = new Account("cash", assets);
        var first = new Posting(cash, 10);
        var second = new Posting(assets, 20);

        factory.runInTransaction(em -> {
            em.persist(assets);
            em.persist(cash);
            em.persist(first);
            em.persist(second);
            em.flush();
            em.clear();
            assertThat(em.find(Posting.class, first.id).account.parent.name).isEqualTo("assets");
        });

        assertThat(cash.id).isNotEqualTo(assets.id);
        assertThat(database.column("select p.id || ' ' || p.amount || ' ' || a.id || ' ' || a.name from posting p"
                        + " join account a on a.id = p.account_id order by p.amount"))
                .containsExactly(first.id + " 10 " + cash.id + " cash", second.id + " 20 " + assets.id + " assets");
    }

    @Nested
    class In_tables_that_others_made {

        In_tables_that_others_made() {
            String uuid = Stack.requested().isOn(H2) ? "random_uuid()" : "gen_random_uuid()";
            for (String table : Ledger.TABLES) {
                database.execute(table.formatted(uuid));
            }
        }

        @Test
        void ids_are_read_back_and_referred_to_in_one_unit_of_work() {
            try (var factory = Bootstrap.open(ledger())) {
                stores_a_ledger(factory);
            }
        }

        @Test
        void a_data_source_without_a_pool_does_the_same() {
            try (var factory = Bootstrap.open(ledger().withDataSource(database.dataSource()))) {
                stores_a_ledger(factory);
            }
        }

        @Test
        void an_object_of_two_tables_has_one_id_in_both() {
            List<Invoice> invoices = new ArrayList<>();
            // The pool has one connection: one that a unit of work keeps would be missed by the next.
            try (var factory = Bootstrap.open(ledger())) {
                for (int i = 0; i < 3; i++) {
                    factory.runInTransaction(em -> IntStream.range(0, 30).forEach(n -> {
                        var invoice = new Invoice("invoice " + n, n);
                        em.persist(invoice);
                        invoices.add(invoice);
                    }));
                }
            }

            assertThat(database.column("select d.id || ' ' || d.title || ' ' || i.total from document d"
                            + " join invoice i on i.id = d.id"))
                    .containsExactlyInAnyOrderElementsOf(invoices.stream()
                            .map(invoice -> invoice.id + " " + invoice.title + " " + invoice.total)
                            .toList());
            assertThat(invoices).hasSize(90).allMatch(invoice -> invoice.id >= 500);
        }

        @Test
        void a_refused_row_is_an_exception_and_the_next_one_is_stored() {
            try (var factory = Bootstrap.open(ledger())) {
                factory.runInTransaction(em -> em.persist(new Account("assets", null)));
                assertThatExceptionOfType(PersistenceException.class)
                        .isThrownBy(() -> factory.runInTransaction(em -> em.persist(new Account("assets", null))));
                var cash = new Account("cash", null);
                factory.runInTransaction(em -> em.persist(cash));

                assertThat(database.column("select id from account where name = 'cash'"))
                        .containsExactly(cash.id.toString());
            }
        }

        @Test
        @OnlyOn(value = H2, because = "its URL needs no password")
        void a_unit_that_connects_by_url_stores_the_same() throws SQLException {
            try (var connection = database.dataSource().getConnection();
                    var factory = without_bootstrap(Map.of(
                            "jakarta.persistence.jdbc.url",
                            connection.getMetaData().getURL()))) {
                stores_a_ledger(factory);
            }
        }

        @Test
        @OnlyOn(
                value = {ECLIPSELINK, H2},
                because = "it is about a property of EclipseLink, and what it does on H2")
        void a_platform_that_the_user_chose_stays() {
            var chosen = ledger().withProperty(
                            "eclipselink.target-database", "org.eclipse.persistence.platform.database.H2Platform");
            try (var factory = Bootstrap.open(chosen)) {
                assertThatExceptionOfType(PersistenceException.class)
                        .isThrownBy(() -> factory.runInTransaction(em -> em.persist(new Account("assets", null))))
                        .withMessageContaining("CALL IDENTITY()");
            }
        }

        @Test
        void a_platform_that_the_user_lets_the_provider_detect_is_as_by_default() {
            var detected = ledger().withProperty("eclipselink.target-database", "Auto");
            try (var factory = Bootstrap.open(detected)) {
                stores_a_ledger(factory);
            }
        }
    }

    @Nested
    class In_tables_that_jpa_makes {

        @Test
        void ids_are_read_back_and_referred_to_in_one_unit_of_work() {
            // There EclipseLink sends BIGINT SERIAL, which PostgreSQL refuses.
            assumeThat(Stack.requested().isOn(ECLIPSELINK, POSTGRESQL)).isFalse();
            try (var factory = Bootstrap.open(ledger().withSchema(SchemaAction.CREATE))) {
                stores_a_ledger(factory);

                var invoice = new Invoice("invoice", 3);
                factory.runInTransaction(em -> em.persist(invoice));
                assertThat(database.column("select id from invoice")).containsExactly(invoice.id.toString());
            }
        }

        @Test
        @OnlyOn(value = H2, because = "the script is for H2")
        void a_script_of_them_says_the_same() {
            var script = new StringWriter();
            without_bootstrap(Map.of(
                            "jakarta.persistence.nonJtaDataSource",
                            database.dataSource(),
                            "jakarta.persistence.schema-generation.scripts.action",
                            "create",
                            "jakarta.persistence.schema-generation.scripts.create-target",
                            script))
                    .close();

            assertThat(script.toString().toLowerCase(Locale.ROOT)).contains("generated by default as identity");
        }
    }
}
