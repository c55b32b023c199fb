/**
 * The tour: runs the lessons and shows what they did, in a terminal one by one, elsewhere all in learning order.
 *
 * <pre>
 *   Course -> Choice -> Syllabus             which lessons, in learning order and numbered
 *                  LessonClass               one of them, found on the class path
 *                  LessonRunner              runs it by JUnit's launcher, which reports to ClaimResults
 *                    + Observation           what it sent to the database and showed, from the fixture
 *                    + LessonSource          what its author wrote
 *                    = LessonRun             all that a reader is shown, in no form yet
 *                  PlainText                 LessonRun as text; SqlText and TableText are parts of both forms
 *                  Screen, LessonScreen      LessonRun on a terminal, in colours and in its width
 *   RealTerminal -> Console                  reads commands, by CommandLineReader
 *                    + Contents, Search      list the lessons, and find a word in them
 *                    + Reading               the lesson that is open, and its Tables
 *                    + Recorded              what other providers did when their stacks last ran
 *                    + Bookmark              where the reader left off
 *   LearningPath -> Storyteller              one claim after the other, through all modules
 *   Tour, TourCommand                        the program, and its options
 * </pre>
 *
 * <p>Only {@link io.github.jpabyexample.tour.Tour} is for others.
 */
@NullMarked
package io.github.jpabyexample.tour;

import org.jspecify.annotations.NullMarked;
