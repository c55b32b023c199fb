/**
 * What Hibernate counts. Each lesson here runs on Hibernate alone, and says so.
 */
package io.github.jpabyexample.bootstrap.hibernate;
