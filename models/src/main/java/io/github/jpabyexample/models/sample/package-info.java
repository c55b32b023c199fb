/**
 * The one data set of the bookstore: real classics, invented customers, the same rows on every stack.
 *
 * <pre>
 *   classics.txt ──► Catalogue ──┐
 *                                ├──► SampleData ──► an empty bookstore
 *   a number of customers ───────┘
 * </pre>
 *
 * <p>{@link io.github.jpabyexample.models.sample.SampleData} fills a database; {@link
 * io.github.jpabyexample.models.sample.Catalogue} is the list of books alone, without one.
 */
@NullMarked
package io.github.jpabyexample.models.sample;

import org.jspecify.annotations.NullMarked;
