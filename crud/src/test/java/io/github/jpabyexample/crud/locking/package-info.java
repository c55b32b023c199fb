/**
 * Two people change the same row: how the second one is told, and who waits for whom.
 */
package io.github.jpabyexample.crud.locking;
