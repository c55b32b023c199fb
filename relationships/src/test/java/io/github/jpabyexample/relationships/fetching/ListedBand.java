package io.github.jpabyexample.relationships.fetching;

/** What leaves the program of a band. */
public record ListedBand(String band, long songs) {}
