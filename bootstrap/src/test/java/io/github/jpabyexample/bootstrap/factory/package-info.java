/**
 * How a persistence unit is opened, how long a factory, an entity manager and a transaction live, and what becomes of them when they
 * are closed. Read WaysToAFactoryTest and LifecycleTest first.
 */
package io.github.jpabyexample.bootstrap.factory;
