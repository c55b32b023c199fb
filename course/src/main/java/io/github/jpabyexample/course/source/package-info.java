/**
 * What the author of a lesson wrote, read once for all who show it.
 *
 * <pre>
 *   LessonSource   a lesson's file: its head, and of each claim what is given, what it does, and which helpers it calls
 *   Head           the comment above a lesson: the problem, when to use what, and what to try
 *   Mapping        the mapped fields of the entities that it is about
 *   JavaText       a source that is parsed, of which parts are taken as they were written
 * </pre>
 */
@NullMarked
package io.github.jpabyexample.course.source;

import org.jspecify.annotations.NullMarked;
