/**
 * When what an association leads to is read: lazily, at once, too often (N+1), or too late, after the entity manager was
 * closed.
 */
package io.github.jpabyexample.relationships.fetching;
