/**
 * What differs from one place to the next stands outside of the program: how it is given, what a start says of a mistake in it, and
 * how a password stays out of logs.
 */
package io.github.jpabyexample.bootstrap.settings;
