package io.github.jpabyexample.planted;

import io.github.jpabyexample.lesson.Lesson;

/** A lesson that nobody runs, and that says too little. */
@Lesson("One says nothing of SQLAlchemy.")
class Silent {}
