package io.github.jpabyexample.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.models.catalog.Author;
import io.github.jpabyexample.models.catalog.Genre;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.management.ManagementFactory;
import java.util.Map;

/** One JVM from its start to its first query, and the same again when all is loaded. */
final class Start {

    /** What every other time is a ratio to. */
    static final String WHOLE = "from main to the first query";

    /** Begins a line of ours: EclipseLink's agent prints, too. */
    static final String MARK = "step: ";

    static final String CLASSES = "classes loaded";

    private long last;

    private Start() {}

    /**
     * Prints one line for each step: a mark, its name, a tab, and nanoseconds.
     *
     * @param args the way to open the unit, the URL of an empty database and its user; the password is in the environment
     */
    public static void main(String... args) {
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        report("JVM, and EclipseLink's agent", (System.currentTimeMillis() - started) * 1_000_000);
        Way way = Way.valueOf(args[0]);
        String password = System.getenv().getOrDefault("JPA_DATABASE_PASSWORD", "");
        new Start().run(way, args[1], args[2], password, "");
        report(CLASSES, ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
        new Start().run(way, args[1], args[2], password, "again: ");
    }

    /** How a user may open the bookstore. */
    enum Way {
        BARE,
        BOOTSTRAP
    }

    private void run(Way way, String url, String user, String password, String prefix) {
        long begin = System.nanoTime();
        last = begin;
        if (way == Way.BOOTSTRAP) {
            try (EntityManagerFactory factory =
                    Bootstrap.open(UnitSettings.named("bookstore").withUrl(url, user, password))) {
                step(prefix + "pool and factory");
                use(factory, begin, prefix);
            }
        } else {
            var config = new HikariConfig();
            config.setJdbcUrl(url);
            config.setUsername(user);
            config.setPassword(password);
            try (var pool = new HikariDataSource(config)) {
                step(prefix + "pool");
                Map<String, Object> settings = Map.of("jakarta.persistence.nonJtaDataSource", pool);
                try (EntityManagerFactory factory = Persistence.createEntityManagerFactory("bookstore", settings)) {
                    step(prefix + "factory");
                    use(factory, begin, prefix);
                }
            }
        }
    }

    private void use(EntityManagerFactory factory, long begin, String prefix) {
        try (EntityManager first = factory.createEntityManager()) {
            step(prefix + "first entity manager");
            factory.getSchemaManager().create(true);
            step(prefix + "22 tables");
            first.getTransaction().begin();
            first.persist(new Genre("Novel", null));
            first.getTransaction().commit();
            step(prefix + "first commit");
            first.createQuery("select a from Author a", Author.class).getResultList();
            step(prefix + "first query");
        }
        report(prefix + WHOLE, last - begin);
        factory.getSchemaManager().drop(true);
    }

    private void step(String name) {
        long now = System.nanoTime();
        report(name, now - last);
        last = now;
    }

    private static void report(String name, long value) {
        System.out.println(MARK + name + "\t" + value);
    }
}
