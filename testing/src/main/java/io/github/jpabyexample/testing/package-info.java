/**
 * A fixture for anybody's tests: SQL recorded and asserted, databases, a persistence unit that is clean before each test.
 *
 * <p>Reading order:
 *
 * <pre>
 *   sql          SqlRecorder around a DataSource -> SqlLog of SqlStatements -> SqlAssert      needs no test engine
 *   spring       RecordedDataSources: a recorder around each data source of an application     needs Spring
 *   (here)       JpaFixture: a persistence unit on a clean database, and what was sent to it   needs no test engine
 *                JpaUnit: the same as an extension of JUnit;  Rows, Stack: what it tells
 *                UnitOpener, SchemaCreation: how a unit is opened, and what else makes its tables
 *   database     where units are opened: H2 in memory, a real PostgreSQL, or a server of yours
 * </pre>
 *
 * <p>It knows no entity, and of providers and databases the names alone, as a {@link Stack} has them.
 */
@NullMarked
package io.github.jpabyexample.testing;

import org.jspecify.annotations.NullMarked;
