/**
 * A guestbook, the small model of these lessons, and what several of them need: an empty database, its address, and a log that is
 * listened to.
 */
package io.github.jpabyexample.bootstrap.guestbook;
