/**
 * What only Hibernate can do. Each lesson here runs on Hibernate alone, and says so.
 */
package io.github.jpabyexample.models.hibernate;
