/**
 * What a piece of code sent to the database, and assertions on it that read like sentences.
 *
 * <pre>{@code
 * SqlRecorder recorder = SqlRecorder.around(dataSource);
 * var factory = …;                                        // give recorder.dataSource() to any JPA provider
 * assertThat(recorder.sqlOf(() -> service.rename(7, "Emma"))).hasSelects(1).updatesOf("book", 1);
 * }</pre>
 */
@NullMarked
package io.github.jpabyexample.testing.sql;

import org.jspecify.annotations.NullMarked;
