/**
 * Tests of the bookstore's data: the catalogue's facts, and the same rows at each run. They are in no course.
 */
package io.github.jpabyexample.models.sample;
