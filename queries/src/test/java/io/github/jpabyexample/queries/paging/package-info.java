/**
 * A page of a result at a time.
 */
package io.github.jpabyexample.queries.paging;
