/**
 * Asking in the query language of Jakarta Persistence, with parameters.
 */
package io.github.jpabyexample.queries.jpql;
