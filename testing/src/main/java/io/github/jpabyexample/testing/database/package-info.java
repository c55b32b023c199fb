/**
 * Where the units of a test are opened: H2 in memory, a PostgreSQL that starts by itself from its Maven artifact, or a
 * server that already runs. Each unit has a database, or a schema, of its own; nothing else on a server is touched.
 */
@NullMarked
package io.github.jpabyexample.testing.database;

import org.jspecify.annotations.NullMarked;
