/**
 * The tour: runs the lessons in learning order and shows what they did.
 *
 * <pre>
 *   lessons.txt -> Manifest -> Choice        which lessons, in which order
 *                  LessonClass               one of them, found on the class path
 *                  LessonRunner              runs it by JUnit's launcher, which reports to ClaimResults
 *                    + Observation           what it sent to the database and showed, from the fixture
 *                    + LessonSource          what its author wrote
 *                    = LessonRun             all that a reader is shown, in no form yet
 *                  PlainText, SqlText        LessonRun as text
 *   Tour, TourCommand                        the program, and its options
 * </pre>
 *
 * <p>Only {@link io.github.jpabyexample.tour.Tour} and {@link io.github.jpabyexample.tour.Manifest} are for others.
 */
@NullMarked
package io.github.jpabyexample.tour;

import org.jspecify.annotations.NullMarked;
