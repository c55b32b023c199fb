/**
 * A unit of work on another thread: what may cross from one to the other, and how many run at once.
 */
package io.github.jpabyexample.async.threads;
