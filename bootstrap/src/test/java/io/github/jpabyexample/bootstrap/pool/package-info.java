/**
 * Connections are lent: how many there are, who waits for one, who forgets to give it back, what is lost while it lies idle, and
 * how a unit of work lends out the one that it has.
 */
package io.github.jpabyexample.bootstrap.pool;
