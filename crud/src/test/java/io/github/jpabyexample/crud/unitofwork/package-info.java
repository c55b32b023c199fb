/**
 * A unit of work: an entity manager and a transaction that begin and end together. What is written when, and what is left
 * when it is rolled back.
 */
package io.github.jpabyexample.crud.unitofwork;
