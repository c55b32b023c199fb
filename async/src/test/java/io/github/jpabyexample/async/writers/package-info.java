/**
 * Many threads that write the same rows.
 */
package io.github.jpabyexample.async.writers;
