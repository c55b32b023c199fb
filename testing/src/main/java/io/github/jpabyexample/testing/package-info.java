/**
 * The fixture of the lessons, made to be imported into anybody's tests.
 *
 * <p>Reading order:
 *
 * <pre>
 *   sql          SqlRecorder around a DataSource -> SqlLog of SqlStatements -> SqlAssert      needs no test engine
 *   (here)       JpaFixture: a persistence unit on a clean database, and what was sent to it   needs no test engine
 *                JpaUnit: the same as an extension of JUnit;  Lesson, OnlyOn, On: for lessons
 *   database     where units are opened: H2 in memory, a real PostgreSQL, or a server of yours
 *   observation  what a lesson did, as JSON
 * </pre>
 *
 * <p>It knows no entity, and the names of providers only as words by which a lesson says what it expects where.
 */
@NullMarked
package io.github.jpabyexample.testing;

import org.jspecify.annotations.NullMarked;
