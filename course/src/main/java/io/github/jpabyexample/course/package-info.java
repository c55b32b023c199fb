/**
 * The course: which lessons there are, in which order, and which paths lead through them. Written once, in {@code
 * course.yaml}; whoever needs an order takes it from here.
 *
 * <pre>
 *   course.yaml -> Course       modules in reading order, and paths
 *                  CourseModule a module with lessons, in chapters
 *                  Chapter      some lessons of a module on one subject
 *                  LessonRef    a lesson, by its class, whether or not it is on the class path
 *                  LearningPath steps through lessons, or single claims of them, of any module
 *   pages          what is made of the lessons: the tables in the modules' READMEs, and the index
 * </pre>
 *
 * <p>The module's POM has what all lessons need to run, so they are run on each stack from here, and the tour depends on
 * nothing else.
 */
@NullMarked
package io.github.jpabyexample.course;

import org.jspecify.annotations.NullMarked;
