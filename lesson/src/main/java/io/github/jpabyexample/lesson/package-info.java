/**
 * What makes a test a lesson.
 *
 * <p>Reading order:
 *
 * <pre>
 *   Lesson        on the class: the one sentence that it proves
 *   LessonUnit    its fixture: a JpaUnit that also shows, notes and expects
 *   On            a value for a provider, a database, or both: how a difference becomes a value
 *   OnlyOn        a claim, or a lesson, that has no meaning elsewhere, with its reason
 *   SourceText    what its author wrote, which stands on the class path beside the class
 *   observation   what a lesson did, as JSON, for the tour and the comparison
 * </pre>
 *
 * <p>Of providers and databases it knows the names alone, as words by which a lesson says what it expects where.
 */
@NullMarked
package io.github.jpabyexample.lesson;

import org.jspecify.annotations.NullMarked;
