/**
 * What only EclipseLink can do. Each lesson here runs on EclipseLink alone, and says so.
 */
package io.github.jpabyexample.models.eclipselink;
