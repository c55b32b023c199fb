/**
 * How to see what is sent: in a log, as numbers, in a flight recording; and what an error message tells that it should not.
 */
package io.github.jpabyexample.bootstrap.watching;
