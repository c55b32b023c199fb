package io.github.jpabyexample.planted;

import static io.github.jpabyexample.lesson.Level.WORKING;

import io.github.jpabyexample.lesson.Lesson;

/** A lesson that nobody runs, and that says too little. */
@Lesson(value = "One says nothing of SQLAlchemy.", level = WORKING)
class Silent {}
