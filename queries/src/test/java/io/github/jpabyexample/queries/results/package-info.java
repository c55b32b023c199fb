/**
 * What a query returns: entities, single values, records.
 */
package io.github.jpabyexample.queries.results;
