/**
 * Where the units of a test are opened: H2 in memory, a PostgreSQL that starts by itself from its Maven artifact, or a
 * server that already runs. Each unit has a database of its own, or on such a server a schema; nothing else there is touched.
 *
 * <pre>
 *   TestDatabase   H2Database, PostgreSqlDatabase (PostgreSqlServer): how to open a place, and how to go
 *   Place          Schema: what stands in it; KeptRows: what came with the tables; Outside: what a unit made beside it
 *   Emptying       H2Emptying, PostgreSqlEmptying: how to remove rows of tables that refer to each other
 *   ServerUrl      what of a URL may be shown, and what a driver gets to see
 * </pre>
 */
@NullMarked
package io.github.jpabyexample.testing.database;

import org.jspecify.annotations.NullMarked;
