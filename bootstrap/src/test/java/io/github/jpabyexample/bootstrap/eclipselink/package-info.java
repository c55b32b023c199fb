/**
 * What EclipseLink counts. Each lesson here runs on EclipseLink alone, and says so.
 */
package io.github.jpabyexample.bootstrap.eclipselink;
