/**
 * What is made of the lessons, and checked in: the tables in the READMEs of the modules, a page for the lessons of each, and the index of terms.
 *
 * <pre>
 *   Course -> LessonEntry   what one lesson says of itself, its mapping, and which words of JPA its sources use
 *          -> LessonTables   between two comments in a module's README, a table for each chapter
 *          -> PathLists      in the project's README, the lessons of each path
 *          -> LessonPages    docs/lessons: for each lesson its head and its mapping
 *          -> TermIndex      docs/index.md: term, error message, annotation, attribute, constant, method -> lessons
 *   MadePage                 a page that is written, or compared with the one that is there
 *   Pages, PageMode          the program that the build runs
 * </pre>
 */
@NullMarked
package io.github.jpabyexample.course.pages;

import org.jspecify.annotations.NullMarked;
