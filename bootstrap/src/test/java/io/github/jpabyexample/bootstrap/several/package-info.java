/**
 * More than one factory in a program: two databases, and a replica that is read.
 */
package io.github.jpabyexample.bootstrap.several;
