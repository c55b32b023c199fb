/**
 * Who makes the tables: the provider while you learn, scripts, and in production migrations, which the unit only
 * compares.
 */
package io.github.jpabyexample.bootstrap.schema;
