/**
 * Opening a persistence unit in Java SE: settings, a connection pool, an {@link
 * jakarta.persistence.EntityManagerFactory} that ends them all when it is closed.
 *
 * <pre>
 *   UnitSettings ──┬─ Connections     where the database is, or a DataSource
 *                  ├─ PoolSettings    how many connections, how long to wait for one
 *                  ├─ SchemaAction    what to do with the tables
 *                  ├─ classes, properties
 *                  └─ configured()    what files, the environment and system properties say
 *        │
 *   Bootstrap.open  ──►  EntityManagerFactory
 * </pre>
 *
 * <p>Start with {@link io.github.jpabyexample.bootstrap.Bootstrap}. The JPA provider is whichever of {@code
 * jpa-by-example-provider-*} stands on the class path.
 */
@NullMarked
package io.github.jpabyexample.bootstrap;

import org.jspecify.annotations.NullMarked;
